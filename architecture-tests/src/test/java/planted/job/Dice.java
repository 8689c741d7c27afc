package planted.job;

import io.accounts4j.architecture.Breaks;
import java.util.Random;

@Breaks("the core takes randomness from SecureRandom")
class Dice {
    int roll() {
        return new Random().nextInt(6);
    }
}
