package io.accounts4j.examples.server;

import io.accounts4j.Accounts;
import io.accounts4j.examples.server.Settings.Administrator;
import io.accounts4j.page.PageRequest;
import io.accounts4j.password.Password;
import io.accounts4j.registration.NewUser;
import io.accounts4j.registration.PreparedRegistration;
import io.accounts4j.store.AccountStore;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import io.accounts4j.user.UserFilter;
import io.accounts4j.user.UserSort;
import io.accounts4j.users.UserChanges;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first accounts of a database. An existing account is not changed and gets no rights, so running this again, or twice at
 * once, is harmless.
 */
final class Seed {

    private static final Logger LOG = LoggerFactory.getLogger(Seed.class);
    private static final Email DEFAULT_ADMINISTRATOR = new Email("admin@example.com");
    private static final List<String> DEMO_NAMES = List.of(
            "Ada Lovelace",
            "Alan Turing",
            "Barbara Liskov",
            "Dennis Ritchie",
            "Edsger Dijkstra",
            "Frances Allen",
            "Grace Hopper",
            "John McCarthy",
            "Karen Jones",
            "Leslie Lamport",
            "Niklaus Wirth",
            "Radia Perlman");

    private final AccountStore store;
    private final Settings settings;
    private final Console console;
    private final Accounts accounts;

    Seed(AccountStore store, Settings settings, Console console) {
        this.store = store;
        this.settings = settings;
        this.console = console;
        this.accounts = Accounts.builder()
                .store(store)
                .jobs(new NoJobs())
                .mailer(mail -> {
                    throw new IllegalStateException("accounts created by the seed send no mail");
                })
                .publicUrl(settings.web().publicUrl())
                .build();
    }

    /** Creates the configured administrator; in {@code dev} also one without configuration. */
    void atStart() {
        Optional<NewAccount> made =
                settings.administrator().isPresent() || !isDev() ? administrator() : firstAdministrator();
        made.ifPresent(this::announce);
    }

    /** Creates the administrator, and in {@code dev} sample users. */
    void onDemand() {
        Optional<NewAccount> administrator =
                settings.administrator().isPresent() ? administrator() : firstAdministrator();
        administrator.ifPresent(this::announce);
        List<NewAccount> people = isDev() ? demoUsers() : List.of();
        console.madeDemoUsers(people);
        if (administrator.isEmpty() && people.isEmpty()) {
            console.nothingToSeed();
        }
    }

    private Optional<NewAccount> administrator() {
        Optional<Administrator> wanted = settings.administrator();
        wanted.flatMap(administrator ->
                        accounts.users().findByEmail(administrator.email().address()))
                .filter(user -> !user.administrator())
                .ifPresent(user -> LOG.warn(
                        "ADMIN_EMAIL names an account without administrator rights; the account is not changed"));
        return wanted.flatMap(administrator -> register(
                administrator.email(),
                "Administrator",
                administrator.password().orElseGet(RandomText::password),
                true));
    }

    private Optional<NewAccount> firstAdministrator() {
        UserFilter administrators = UserFilter.all().administrator(true);
        boolean present = accounts.users()
                        .list(administrators, UserSort.newestFirst(), new PageRequest(1, 1))
                        .total()
                > 0;
        return present
                ? Optional.empty()
                : register(DEFAULT_ADMINISTRATOR, "Administrator", RandomText.password(), true);
    }

    private void announce(NewAccount administrator) {
        boolean passwordIsKnown =
                settings.administrator().flatMap(Administrator::password).isPresent();
        console.madeAdministrator(administrator, !passwordIsKnown);
    }

    private boolean isDev() {
        return settings.environment() == Environment.DEV;
    }

    /** Creates twelve users with the same password. An existing user is not changed. */
    private List<NewAccount> demoUsers() {
        Password shared = RandomText.password();
        return DEMO_NAMES.stream()
                .map(name -> register(demoAddress(name), name, shared, false))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Email demoAddress(String name) {
        return new Email(name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com");
    }

    private Optional<NewAccount> register(Email email, String name, Password password, boolean administrator) {
        if (accounts.users().findByEmail(email.address()).isPresent()) {
            return Optional.empty();
        }
        PreparedRegistration prepared = accounts.registration().prepare(new NewUser(email.address(), name, password));
        return store.transactions()
                .inTransaction(() -> accounts.registration()
                        .register(prepared)
                        .fold(
                                user -> Optional.of(finished(user, password, administrator)),
                                problems -> Optional.empty()));
    }

    private NewAccount finished(User user, Password password, boolean administrator) {
        accounts.confirmation().confirm(user.id());
        if (administrator) {
            var unused = accounts.users().update(user.id(), UserChanges.none().administrator(true));
        }
        return new NewAccount(user, password);
    }
}
