package io.accounts4j.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.kernel.Outcome;
import io.accounts4j.registration.PreparedRegistration;
import io.accounts4j.session.SignIn;
import io.accounts4j.signin.Credentials;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.testkit.TestAccounts;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class AccountMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final TestAccounts host = TestAccounts.with(settings -> settings.listener(new AccountMeters(registry)));

    @Test
    void countsWhatHappenedByType() {
        var ann = host.fixtures().user();
        var ben = host.fixtures().user();
        assertThat(host.accounts()
                        .signIn()
                        .withPassword(new Credentials(ann.email().address(), Fixtures.password())))
                .isInstanceOf(SignIn.SignedIn.class);
        assertThat(host.accounts().signIn().withPassword(new Credentials("nobody@example.com", Fixtures.password())))
                .isInstanceOf(SignIn.Rejected.class);
        host.accounts().confirmation().confirm(ben.id());

        assertThat(count("user.registered")).isEqualTo(2);
        assertThat(count("user.confirmed")).isEqualTo(1);
        assertThat(count("session.opened")).isEqualTo(1);
        assertThat(count("session.refused")).isEqualTo(1);
    }

    @Test
    void countsNothingThatWasRolledBack() {
        PreparedRegistration prepared = host.accounts().registration().prepare(Fixtures.newUser());

        assertThatThrownBy(() -> host.store().transactions().inTransaction(() -> {
                    assertThat(host.accounts().registration().register(prepared))
                            .isInstanceOf(Outcome.Done.class);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(registry.find("accounts.events").counters()).isEmpty();

        assertThat(host.accounts().registration().register(prepared)).isInstanceOf(Outcome.Done.class);
        assertThat(count("user.registered")).isEqualTo(1);
    }

    @Test
    void namesNobody() {
        assertThat(host.fixtures().user()).isNotNull();

        assertThat(registry.getMeters())
                .flatMap(meter -> meter.getId().getTags())
                .containsExactly(Tag.of("type", "user.registered"));
    }

    private double count(String type) {
        return registry.get("accounts.events").tag("type", type).counter().count();
    }
}
