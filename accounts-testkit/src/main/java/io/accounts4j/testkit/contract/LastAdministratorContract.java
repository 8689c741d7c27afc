package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.kernel.Outcome;
import io.accounts4j.kernel.Problem;
import io.accounts4j.kernel.ProblemCode;
import io.accounts4j.user.User;
import io.accounts4j.user.UserFilter;
import io.accounts4j.users.UserChanges;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The last administrator stays, also under concurrent changes. */
public interface LastAdministratorContract extends StoreAndQueueFixture {

    @Test
    default void theLastAdministratorCanBeNeitherDemotedNorDeleted() {
        Host host = Host.over(emptyStoreAndQueue());
        User admin = host.fixtures.administrator();
        host.registered("ann@example.com");

        assertThat(host.accounts.users().update(admin.id(), UserChanges.none().administrator(false)))
                .isEqualTo(Outcome.refused(Problem.of(ProblemCode.LAST_ADMINISTRATOR)));
        assertThat(host.accounts
                        .users()
                        .update(admin.id(), UserChanges.none().name("New Name").administrator(false)))
                .isEqualTo(Outcome.refused(Problem.of(ProblemCode.LAST_ADMINISTRATOR)));
        assertThat(host.accounts.users().delete(admin.id()))
                .isEqualTo(Outcome.refused(Problem.of(ProblemCode.LAST_ADMINISTRATOR)));

        assertThat(host.accounts.users().find(admin.id())).contains(admin);
    }

    @Test
    default void theLastAdministratorCanBeChangedOtherwise() {
        Host host = Host.over(emptyStoreAndQueue());
        User admin = host.fixtures.administrator();

        assertThat(host.accounts
                        .users()
                        .update(admin.id(), UserChanges.none().name("New Name").administrator(true)))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    default void oneOfTwoMayGo() {
        Host host = Host.over(emptyStoreAndQueue());
        User first = host.fixtures.administrator();
        User second = host.fixtures.administrator();

        assertThat(host.accounts.users().delete(first.id())).isInstanceOf(Outcome.Done.class);
        assertThat(host.accounts.users().delete(second.id()))
                .isEqualTo(Outcome.refused(Problem.of(ProblemCode.LAST_ADMINISTRATOR)));
    }

    @Test
    default void ofManyWhoGoAtOnceExactlyOneStays() {
        Host host = Host.over(emptyStoreAndQueue());
        List<User> admins =
                Stream.generate(host.fixtures::administrator).limit(8).toList();

        List<Boolean> gone = Race.between(
                8,
                i -> i % 2 == 0
                        ? host.accounts
                                        .users()
                                        .update(
                                                admins.get(i).id(),
                                                UserChanges.none().administrator(false))
                                instanceof Outcome.Done<?>
                        : host.accounts.users().delete(admins.get(i).id()) instanceof Outcome.Done<?>);

        assertThat(gone).containsOnlyOnce(false);
        assertThat(host.accounts.users().list(UserFilter.all().administrator(true)))
                .extracting(User::id)
                .containsExactly(admins.get(gone.indexOf(false)).id());
    }
}
