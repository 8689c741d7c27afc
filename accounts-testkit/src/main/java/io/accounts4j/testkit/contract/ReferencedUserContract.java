package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.store.AccountStore;
import io.accounts4j.user.User;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserRepository.Change;
import org.junit.jupiter.api.Test;

/** Users with references from rows of the host are not deleted, for stores on databases with foreign keys. */
public interface ReferencedUserContract extends StoreFixture {

    /** Makes a row of the host refer to {@code user}, as by a foreign key without cascade. */
    void refer(AccountStore store, UserId user);

    @Test
    default void whoeverTheHostRefersToIsNotDeletedAndTheTransactionStaysUsable() {
        AccountStore store = emptyStore();
        User ann = Samples.stored(store, "ann@example.com");
        refer(store, ann.id());
        var session = Samples.tokenHash();
        store.sessions().add(Samples.session(ann), session);

        User bob = store.transactions().inTransaction(() -> {
            assertThat(store.users().delete(ann.id())).isEqualTo(Change.REFUSED);
            return Samples.stored(store, "bob@example.com");
        });

        assertThat(store.users().findById(ann.id())).contains(ann);
        assertThat(store.sessions().find(session, Samples.NOW))
                .as("nothing of the user is deleted")
                .isPresent();
        assertThat(store.users().findById(bob.id())).contains(bob);
        assertThat(store.users().delete(bob.id())).isEqualTo(Change.DONE);
    }
}
