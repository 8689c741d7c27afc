package io.accounts4j.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The state of one transaction. Used by one thread; its locks are guarded by the {@link Database}. */
final class Transaction {

    /** Actions that are part of the commit, visible to other transactions at once. */
    final List<Runnable> atCommit = new ArrayList<>();

    /** The actions registered for after the commit. */
    final List<Runnable> afterCommit = new ArrayList<>();

    final Set<Object> locks = new HashSet<>();

    @Nullable
    Transaction waitsFor;

    boolean rollbackOnly;
}
