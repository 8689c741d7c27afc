package io.accounts4j.jobs.enqueue;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** How arguments of an older version become those of the next one. Immutable. */
final class Upcasters {

    static final Upcasters NONE = new Upcasters(Map.of());

    private final Map<Integer, UnaryOperator<Map<String, Object>>> byVersion;

    private Upcasters(Map<Integer, UnaryOperator<Map<String, Object>>> byVersion) {
        this.byVersion = Map.copyOf(byVersion);
    }

    Upcasters and(int from, UnaryOperator<Map<String, Object>> upcaster) {
        Map<Integer, UnaryOperator<Map<String, Object>>> all = new HashMap<>(byVersion);
        if (all.putIfAbsent(from, upcaster) != null) {
            throw new IllegalArgumentException("two up-casters from version " + from + ": give one");
        }
        return new Upcasters(all);
    }

    /**
     * {@code arguments} of version {@code from} as those of {@code to}. An exception of an up-caster may quote the arguments
     * and is replaced.
     */
    Map<String, Object> raise(String kind, Map<String, Object> arguments, int from, int to) {
        Map<String, Object> raised = arguments;
        for (int version = from; version < to; version++) {
            UnaryOperator<Map<String, Object>> upcaster = byVersion.get(version);
            if (upcaster == null) {
                throw new UnreadableArgumentsException("arguments of " + kind + " are of version " + version
                        + ": give its worker upcaster(" + version + ", json -> ...)");
            }
            try {
                raised = upcaster.apply(raised);
            } catch (RuntimeException e) {
                throw new UnreadableArgumentsException("arguments of " + kind + " could not be raised from version "
                        + version + " (" + e.getClass().getName() + ")");
            }
        }
        return raised;
    }
}
