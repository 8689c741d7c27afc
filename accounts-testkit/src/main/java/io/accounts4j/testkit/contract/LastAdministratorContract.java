package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.users.Deletion;
import io.accounts4j.users.Update;
import io.accounts4j.users.UserChanges;
import io.accounts4j.user.User;
import io.accounts4j.user.UserFilter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The last administrator stays, whoever asks and however many at once. */
public interface LastAdministratorContract extends StoreAndQueueFixture {

    @Test
    default void theLastAdministratorCanBeNeitherDemotedNorDeleted() {
        Host host = Host.over(emptyStoreAndQueue());
        User admin = host.fixtures.administrator();
        host.registered("ann@example.com");

        assertThat(host.accounts.updateUser(admin.id(), UserChanges.none().administrator(false)))
                .isEqualTo(new Update.LastAdministrator());
        assertThat(host.accounts.updateUser(
                        admin.id(), UserChanges.none().name("New Name").administrator(false)))
                .isEqualTo(new Update.LastAdministrator());
        assertThat(host.accounts.deleteUser(admin.id())).isEqualTo(new Deletion.LastAdministrator());

        assertThat(host.accounts.userById(admin.id())).contains(admin);
    }

    @Test
    default void theLastAdministratorCanBeChangedOtherwise() {
        Host host = Host.over(emptyStoreAndQueue());
        User admin = host.fixtures.administrator();

        assertThat(host.accounts.updateUser(
                        admin.id(), UserChanges.none().name("New Name").administrator(true)))
                .isInstanceOf(Update.Updated.class);
    }

    @Test
    default void oneOfTwoMayGo() {
        Host host = Host.over(emptyStoreAndQueue());
        User first = host.fixtures.administrator();
        User second = host.fixtures.administrator();

        assertThat(host.accounts.deleteUser(first.id())).isInstanceOf(Deletion.Deleted.class);
        assertThat(host.accounts.deleteUser(second.id())).isEqualTo(new Deletion.LastAdministrator());
    }

    @Test
    default void ofManyWhoGoAtOnceExactlyOneStays() {
        Host host = Host.over(emptyStoreAndQueue());
        List<User> admins =
                Stream.generate(host.fixtures::administrator).limit(8).toList();

        List<Boolean> gone = Race.between(
                8,
                i -> i % 2 == 0
                        ? host.accounts.updateUser(
                                        admins.get(i).id(), UserChanges.none().administrator(false))
                                instanceof Update.Updated
                        : host.accounts.deleteUser(admins.get(i).id()) instanceof Deletion.Deleted);

        assertThat(gone).containsOnlyOnce(false);
        assertThat(host.accounts.listUsers(UserFilter.all().administrator(true)))
                .extracting(User::id)
                .containsExactly(admins.get(gone.indexOf(false)).id());
    }
}
