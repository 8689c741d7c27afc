package planted.job;

import io.accounts4j.architecture.Breaks;

@Breaks("the core logs and never prints")
class Loud {
    void speak() {
        System.out.println("here");
    }
}
