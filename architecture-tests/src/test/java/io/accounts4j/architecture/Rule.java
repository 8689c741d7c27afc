package io.accounts4j.architecture;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One rule of the house.
 *
 * @param name the sentence that holds
 * @param violations what breaks it; each line names the class at fault
 */
record Rule(String name, Function<House, Stream<String>> violations) {

    List<String> brokenBy(House house) {
        return violations.apply(house).distinct().sorted().toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
