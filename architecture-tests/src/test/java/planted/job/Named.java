package planted.job;

import io.accounts4j.architecture.Breaks;
import java.util.UUID;

@Breaks("the core takes randomness from SecureRandom")
class Named {
    UUID name() {
        return UUID.randomUUID();
    }
}
