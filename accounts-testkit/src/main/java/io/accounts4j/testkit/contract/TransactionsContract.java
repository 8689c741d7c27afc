package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.kernel.StoreException;
import io.accounts4j.store.AccountStore;
import io.accounts4j.transaction.Transactions;
import io.accounts4j.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The contract of {@link Transactions}. Uses only the users of the store. */
public interface TransactionsContract extends AfterCommitContract {

    @Test
    default void aTransactionCommitsWhatWasDoneInIt() {
        AccountStore store = emptyStore();

        User user = store.transactions().inTransaction(() -> Samples.stored(store, "ann@example.com"));

        assertThat(store.users().findById(user.id())).isPresent();
    }

    @Test
    default void anExceptionRollsEverythingBackAndReachesTheCallerUnchanged() {
        AccountStore store = emptyStore();
        RuntimeException thrown = new IllegalArgumentException("on purpose");

        assertThatThrownBy(() -> store.transactions().inTransaction(() -> {
                    Samples.stored(store, "ann@example.com");
                    Samples.stored(store, "bob@example.com");
                    throw thrown;
                }))
                .isSameAs(thrown);

        assertThat(store.users().findByEmail(Samples.user("ann@example.com").email()))
                .isEmpty();
        assertThat(store.users().findByEmail(Samples.user("bob@example.com").email()))
                .isEmpty();
        assertThat(store.transactions().isOpen()).isFalse();
    }

    @Test
    default void anErrorRollsBackToo() {
        AccountStore store = emptyStore();

        assertThatThrownBy(() -> store.transactions().inTransaction(() -> {
                    Samples.stored(store, "ann@example.com");
                    throw new AssertionError("on purpose");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("on purpose");

        assertThat(store.users().findByEmail(Samples.user("ann@example.com").email()))
                .isEmpty();
    }

    @Test
    default void othersSeeNothingBeforeTheCommit() {
        AccountStore store = emptyStore();

        store.transactions().inTransaction(() -> {
            User user = Samples.stored(store, "ann@example.com");
            assertThat(store.users().findById(user.id())).as("seen by itself").isPresent();
            assertThat(Race.result(Race.inBackground(() -> store.users().findById(user.id()))))
                    .as("seen by others")
                    .isEmpty();
            return user;
        });
    }

    @Test
    default void aNestedTransactionJoinsTheOuterOne() {
        AccountStore store = emptyStore();
        User user = Samples.user("ann@example.com");

        assertThatThrownBy(() -> store.transactions().inTransaction(() -> {
                    store.transactions().inTransaction(() -> Samples.stored(store, user));
                    throw new IllegalStateException("after the nested one ended well");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(store.users().findById(user.id())).isEmpty();
    }

    @Test
    default void anExceptionOutOfANestedTransactionDoomsTheOuterOne() {
        AccountStore store = emptyStore();
        Transactions transactions = store.transactions();
        List<String> told = new ArrayList<>();

        assertThatThrownBy(() -> transactions.inTransaction(() -> {
                    User user = Samples.stored(store, "ann@example.com");
                    transactions.afterCommit(() -> told.add("committed"));
                    assertThatThrownBy(() -> transactions.inTransaction(() -> {
                                throw new IllegalStateException("swallowed by the outer work");
                            }))
                            .hasMessage("swallowed by the outer work");
                    return user;
                }))
                .isInstanceOf(StoreException.class);

        assertThat(store.users().findByEmail(Samples.user("ann@example.com").email()))
                .isEmpty();
        assertThat(told).isEmpty();
        assertThat(transactions.isOpen()).isFalse();
    }

    @Test
    default void theThreadIsFreeForAnotherTransactionAfterARollback() {
        AccountStore store = emptyStore();
        assertThatThrownBy(() -> store.transactions().inTransaction(() -> {
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);

        User user = store.transactions().inTransaction(() -> Samples.stored(store, "ann@example.com"));

        assertThat(store.users().findById(user.id())).isPresent();
    }

    @Test
    default void isOpenTellsTheTruthOnEachThread() {
        Transactions transactions = emptyStore().transactions();
        assertThat(transactions.isOpen()).as("before").isFalse();

        transactions.inTransaction(() -> {
            assertThat(transactions.isOpen()).as("inside").isTrue();
            assertThat(transactions.inTransaction(transactions::isOpen))
                    .as("nested")
                    .isTrue();
            assertThat(transactions.isOpen()).as("after the nested one").isTrue();
            assertThat(Race.result(Race.inBackground(transactions::isOpen)))
                    .as("on another thread")
                    .isFalse();
            return true;
        });

        assertThat(transactions.isOpen()).as("after").isFalse();
    }

    @Test
    default void twoTransactionsRunAtTheSameTime() {
        AccountStore store = emptyStore();
        CountDownLatch bothOpen = new CountDownLatch(2);

        Future<User> other = Race.inBackground(() -> store.transactions().inTransaction(() -> {
            User user = Samples.stored(store, "ann@example.com");
            bothOpen.countDown();
            Race.await(bothOpen);
            return user;
        }));
        User own = store.transactions().inTransaction(() -> {
            User user = Samples.stored(store, "bob@example.com");
            bothOpen.countDown();
            Race.await(bothOpen);
            return user;
        });

        assertThat(store.users().findById(own.id())).isPresent();
        assertThat(store.users().findById(Race.result(other).id())).isPresent();
    }
}
