package planted.job;

import io.accounts4j.architecture.Breaks;

@Breaks("the core takes randomness from SecureRandom")
class Lottery {
    double draw() {
        return Math.random();
    }
}
