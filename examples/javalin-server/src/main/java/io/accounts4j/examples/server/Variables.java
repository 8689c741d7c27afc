package io.accounts4j.examples.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Environment variables, and the faults found in them. A blank variable counts as missing, because compose files turn missing
 * variables into blank ones.
 */
final class Variables {

    private final Map<String, String> values;
    private final List<String> problems = new ArrayList<>();

    Variables(Map<String, String> values) {
        this.values = values;
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Returns the parsed value of {@code name}. A {@link MalformedException} of {@code parse} becomes a problem. */
    <T> Optional<T> find(String name, Function<String, T> parse, String example) {
        return find(name).flatMap(value -> {
            try {
                requireReadable(value);
                return Optional.of(parse.apply(value));
            } catch (MalformedException e) {
                malformed(name, e.reason(), example);
                return Optional.empty();
            }
        });
    }

    private static void requireReadable(String value) {
        if (value.contains(ProcessEnvironment.UNREADABLE)) {
            throw new MalformedException("it must be UTF-8, and this process must run in a locale of UTF-8 to read it"
                    + " (LC_ALL=C.UTF-8)");
        }
    }

    boolean isSet(String name) {
        return find(name).isPresent();
    }

    void missing(String name, String reason, String example) {
        problems.add(name + " is not set: " + reason + ", for example " + name + "=" + example);
    }

    /** Adds a problem without the value, which may be a secret. */
    void malformed(String name, String reason, String example) {
        problems.add(name + " is malformed: " + reason + ", for example " + name + "=" + example);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }
}
