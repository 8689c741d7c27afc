package io.accounts4j.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one transaction has done so far. Used by one thread; its locks are guarded by the {@link Database}. */
final class Transaction {

    /** Part of the commit itself, seen by others all at once. */
    final List<Runnable> atCommit = new ArrayList<>();

    /** Whatever others asked to be told. */
    final List<Runnable> afterCommit = new ArrayList<>();

    final Set<Object> locks = new HashSet<>();

    @Nullable
    Transaction waitsFor;

    boolean rollbackOnly;
}
