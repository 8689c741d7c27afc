package planted.job;

import java.security.SecureRandom;

class Fair {
    int roll() {
        return new SecureRandom().nextInt(6);
    }
}
