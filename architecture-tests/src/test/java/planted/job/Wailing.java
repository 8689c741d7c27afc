package planted.job;

import io.accounts4j.architecture.Breaks;

@Breaks("the core logs and never prints")
class Wailing {
    void wail(Exception grief) {
        grief.printStackTrace();
    }
}
