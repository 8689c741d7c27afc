package io.accounts4j.testkit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Rows of one kind: the committed rows, and the changes of each open transaction. Guarded by its {@link Database}. */
final class Table<K, R> {

    private final Map<K, R> committed = new LinkedHashMap<>();
    private final Map<Transaction, Map<K, Optional<R>>> changes = new HashMap<>();

    Optional<R> get(Transaction transaction, K key) {
        Optional<R> changed = changesOf(transaction).get(key);
        return changed != null ? changed : Optional.ofNullable(committed.get(key));
    }

    Stream<R> rows(Transaction transaction) {
        Map<K, Optional<R>> own = changesOf(transaction);
        Stream<R> others = committed.entrySet().stream()
                .filter(row -> !own.containsKey(row.getKey()))
                .map(Map.Entry::getValue);
        return Stream.concat(others, own.values().stream().flatMap(Optional::stream));
    }

    void put(Transaction transaction, K key, R row) {
        changes.computeIfAbsent(transaction, t -> new LinkedHashMap<>()).put(key, Optional.of(row));
    }

    void remove(Transaction transaction, K key) {
        changes.computeIfAbsent(transaction, t -> new LinkedHashMap<>()).put(key, Optional.empty());
    }

    void commit(Transaction transaction) {
        changesOf(transaction).forEach((key, row) -> {
            if (row.isPresent()) {
                committed.put(key, row.get());
            } else {
                committed.remove(key);
            }
        });
        rollback(transaction);
    }

    void rollback(Transaction transaction) {
        changes.remove(transaction);
    }

    private Map<K, Optional<R>> changesOf(Transaction transaction) {
        return changes.getOrDefault(transaction, Map.of());
    }
}
