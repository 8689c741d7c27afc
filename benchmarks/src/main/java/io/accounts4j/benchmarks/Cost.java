package io.accounts4j.benchmarks;

/**
 * The cost of one operation in one round.
 *
 * @param programMicros CPU time of the JVM
 * @param databaseMicros CPU time of the database
 * @param wallMicros time on the clock
 */
record Cost(double programMicros, double databaseMicros, double wallMicros) {

    double cpuMicros() {
        return programMicros + databaseMicros;
    }
}
