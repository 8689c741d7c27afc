package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.store.AccountStore;
import io.accounts4j.transaction.Transactions;
import io.accounts4j.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The actions of {@link Transactions} after a commit. */
public interface AfterCommitContract extends StoreFixture {

    @Test
    default void actionsRunInOrderAfterTheCommitAndNotBefore() {
        Transactions transactions = emptyStore().transactions();
        List<String> told = new ArrayList<>();

        transactions.inTransaction(() -> {
            transactions.afterCommit(() -> told.add("first"));
            transactions.inTransaction(() -> {
                transactions.afterCommit(() -> told.add("second, of a nested transaction"));
                return told;
            });
            transactions.afterCommit(() -> told.add("third"));
            assertThat(told).as("before the commit").isEmpty();
            return told;
        });

        assertThat(told).containsExactly("first", "second, of a nested transaction", "third");
    }

    @Test
    default void anActionSeesWhatWasCommittedAndNoOpenTransaction() {
        AccountStore store = emptyStore();
        List<Optional<User>> seen = new ArrayList<>();
        List<Boolean> open = new ArrayList<>();

        User user = store.transactions().inTransaction(() -> {
            User added = Samples.stored(store, "ann@example.com");
            store.transactions().afterCommit(() -> {
                open.add(store.transactions().isOpen());
                seen.add(Race.result(Race.inBackground(() -> store.users().findById(added.id()))));
            });
            return added;
        });

        assertThat(open).containsExactly(false);
        assertThat(seen).containsExactly(Optional.of(user));
    }

    @Test
    default void noActionRunsAfterARollback() {
        Transactions transactions = emptyStore().transactions();
        List<String> told = new ArrayList<>();

        assertThatThrownBy(() -> transactions.inTransaction(() -> {
                    transactions.afterCommit(() -> told.add("committed"));
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);
        transactions.inTransaction(() -> told);

        assertThat(told).as("also not with the next transaction").isEmpty();
    }

    @Test
    default void withoutATransactionAnActionRunsAtOnce() {
        Transactions transactions = emptyStore().transactions();
        List<String> told = new ArrayList<>();

        transactions.afterCommit(() -> told.add("now"));

        assertThat(told).containsExactly("now");
    }

    @Test
    default void anActionThatThrowsStopsNeitherTheOthersNorTheCaller() {
        AccountStore store = emptyStore();
        List<String> told = new ArrayList<>();

        User user = store.transactions().inTransaction(() -> {
            store.transactions().afterCommit(() -> {
                throw new IllegalStateException("on purpose");
            });
            store.transactions().afterCommit(() -> told.add("still told"));
            return Samples.stored(store, "ann@example.com");
        });
        store.transactions().afterCommit(() -> {
            throw new IllegalStateException("on purpose, without a transaction");
        });

        assertThat(told).containsExactly("still told");
        assertThat(store.users().findById(user.id())).isPresent();
    }

    @Test
    default void anActionMayUseTheStoreInATransactionOfItsOwn() {
        AccountStore store = emptyStore();
        User user = Samples.user("ann@example.com");

        store.transactions().inTransaction(() -> {
            store.transactions()
                    .afterCommit(() -> store.transactions().inTransaction(() -> Samples.stored(store, user)));
            return user;
        });

        assertThat(store.users().findById(user.id())).isPresent();
    }
}
