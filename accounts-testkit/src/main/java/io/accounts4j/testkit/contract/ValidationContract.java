package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.password.Password;
import io.accounts4j.registration.NewUser;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules for typed values: one below, at and above each bound, with the messages of Phoenix's phx.gen.auth. */
public interface ValidationContract extends StoreAndQueueFixture {

    private static void assertProblems(Host host, NewUser typed, String... expected) {
        assertThat(Problems.of(host.accounts.registration().check(typed)))
                .as("while typing")
                .containsExactly(expected);
        assertThat(Problems.of(host.accounts.registration().register(typed)))
                .as("when registering")
                .containsExactly(expected);
        assertThat(host.jobs.waiting()).hasSize(expected.length == 0 ? 1 : 0);
        host.drain();
    }

    private static NewUser withEmail(@Nullable String email) {
        return new NewUser(email, "Test User", Host.PASSWORD);
    }

    private static String freeAddress(Host host) {
        return "user" + host.mailer.all().size() + "@example.com";
    }

    private static NewUser withName(Host host, @Nullable String name) {
        return new NewUser(freeAddress(host), name, Host.PASSWORD);
    }

    private static NewUser withPassword(Host host, @Nullable String password) {
        return new NewUser(freeAddress(host), "Test User", password == null ? null : Password.of(password));
    }

    @Test
    default void anAddressIsRequired() {
        Host host = Host.over(emptyStoreAndQueue());

        assertProblems(host, withEmail(null), "email: can't be blank");
        assertProblems(host, withEmail(""), "email: can't be blank");
        assertProblems(host, withEmail(" \t\u00a0"), "email: can't be blank");
    }

    @Test
    default void anAddressHasAnAtSignBetweenOtherCharactersAndNoSpaces() {
        Host host = Host.over(emptyStoreAndQueue());
        for (String wrong : List.of(
                "invalid-email",
                "@",
                "@example.com",
                "ann@",
                "an n@example.com",
                "ann@ example.com",
                " ann@example.com",
                "ann@example.com ",
                "ann\u2003@example.com",
                "ann@\u00a0example.com")) {
            assertProblems(host, withEmail(wrong), "email: must have the @ sign and no spaces");
        }
        for (String right : List.of(
                "a@b",
                "ann@example.com",
                "a@b@c",
                "ann@bücher.example",
                "ann+tag@sub.example.com",
                "o'neill@example.com")) {
            assertProblems(host, withEmail(right));
        }
    }

    @Test
    default void anAddressNeverReadsLikeTwo() {
        Host host = Host.over(emptyStoreAndQueue());
        for (String wrong :
                List.of("a@b,c@d", "a@b;c@d", "<a@b>", "a@b>", "\"a\"@b", "a\u0000@b", "a\u0007@b", "a\ud800@b")) {
            assertProblems(host, withEmail(wrong), "email: has characters that are not allowed");
        }
        assertProblems(
                host,
                withEmail("a@b\r\nBcc:c@d"),
                "email: must have the @ sign and no spaces",
                "email: has characters that are not allowed");
    }

    @Test
    default void anAddressThatNoMailReachesIsRefused() {
        Host host = Host.over(emptyStoreAndQueue());
        for (String wrong :
                List.of("tom@example.org.", "a@exa_mple.org", "a@x..example", "a@.example", "a@-", "a@[::1]", "@@@")) {
            assertProblems(host, withEmail(wrong), "email: must have a domain that mail can reach");
        }
    }

    @Test
    default void aDomainThatReadersDisagreeAboutIsRefused() {
        Host host = Host.over(emptyStoreAndQueue());
        for (String wrong : List.of("ann@faß.de", "ann@οδος.example", "ann@a\u200db.example", "ann@a，b.example")) {
            assertProblems(host, withEmail(wrong), "email: must have its domain written as xn--…");
        }
        assertProblems(host, withEmail("ann@xn--fa-hia.de"));
        assertProblems(host, withEmail("ann@fass.de"));
    }

    @Test
    default void anAddressHasAtMost160Characters() {
        Host host = Host.over(emptyStoreAndQueue());
        String domain = "@example.com";

        assertProblems(host, withEmail("a".repeat(147) + domain));
        assertProblems(host, withEmail("a".repeat(148) + domain));
        assertProblems(host, withEmail("a".repeat(149) + domain), "email: should be at most 160 character(s)");
        assertProblems(host, withEmail("é".repeat(148) + domain));
    }

    @Test
    default void aNameHas2To100Characters() {
        Host host = Host.over(emptyStoreAndQueue());

        assertProblems(host, withName(host, null), "name: can't be blank");
        assertProblems(host, withName(host, "  \u3000"), "name: can't be blank");
        assertProblems(host, withName(host, "A"), "name: should be at least 2 character(s)");
        assertProblems(host, withName(host, "👋"), "name: should be at least 2 character(s)");
        assertProblems(host, withName(host, "Al"));
        assertProblems(host, withName(host, "x".repeat(99)));
        assertProblems(host, withName(host, "👋".repeat(100)));
        assertProblems(host, withName(host, "👋".repeat(101)), "name: should be at most 100 character(s)");
    }

    @Test
    default void aNameShowsSomething() {
        Host host = Host.over(emptyStoreAndQueue());
        for (String unseen : List.of("\u200b", "\u3164", "\u2800", "\u00ad", "\u115f\u1160", "\uffa0", "\u0301")) {
            assertProblems(host, withName(host, unseen.repeat(2)), "name: can't be blank");
        }
        assertProblems(host, withName(host, "A\u200b"));
    }

    @Test
    default void aNameHasNoControlCharacters() {
        Host host = Host.over(emptyStoreAndQueue());
        for (String wrong : List.of(
                "Ann\u0000",
                "Ann\nBob",
                "Ann\u001fBob",
                "Ann\u0085",
                "Ann\ud800",
                "Ann\u202eBob",
                "Ann\u2028Bob",
                "\u2067Ann")) {
            assertProblems(host, withName(host, wrong), "name: has characters that are not allowed");
        }
    }

    @Test
    default void aPasswordHas12To72Characters() {
        Host host = Host.over(emptyStoreAndQueue());

        assertProblems(host, withPassword(host, null), "password: can't be blank");
        assertProblems(host, withPassword(host, ""), "password: can't be blank");
        assertProblems(host, withPassword(host, "Password12!"), "password: should be at least 12 character(s)");
        assertProblems(host, withPassword(host, "Password123!"));
        assertProblems(host, withPassword(host, "Aa1" + "x".repeat(68)));
        assertProblems(host, withPassword(host, "Aa1" + "x".repeat(69)));
        assertProblems(host, withPassword(host, "Aa1" + "x".repeat(70)), "password: should be at most 72 character(s)");
    }

    @Test
    default void aPasswordHasAtMost72BytesBecauseBcryptReadsNoMore() {
        Host host = Host.over(emptyStoreAndQueue());

        assertProblems(host, withPassword(host, "Aa1" + "é".repeat(34)));
        assertProblems(host, withPassword(host, "Aa1x" + "é".repeat(34)));
        assertProblems(host, withPassword(host, "Aa1" + "é".repeat(35)), "password: should be at most 72 byte(s)");
        assertProblems(host, withPassword(host, "Aa1" + "e\u0301".repeat(34)));
    }

    @Test
    default void aPasswordMixesKindsOfCharacters() {
        Host host = Host.over(emptyStoreAndQueue());

        assertProblems(host, withPassword(host, "PASSWORD123!"), "password: at least one lower case character");
        assertProblems(host, withPassword(host, "password123!"), "password: at least one upper case character");
        assertProblems(
                host, withPassword(host, "PasswordOnly"), "password: at least one digit or punctuation character");
        assertProblems(
                host, withPassword(host, "Password-Only+"), "password: at least one digit or punctuation character");
        assertProblems(
                host,
                withPassword(host, "ÉÈÊéèê١٢٣٤٥٦"),
                "password: at least one lower case character",
                "password: at least one upper case character",
                "password: at least one digit or punctuation character");
        for (char mark : "!?@#$%^&*_0123456789".toCharArray()) {
            assertProblems(host, withPassword(host, "PasswordOnly" + mark));
        }
    }

    @Test
    default void aPasswordIsTextThatCanBeHashedWhole() {
        Host host = Host.over(emptyStoreAndQueue());

        assertProblems(host, withPassword(host, "Password123!\u0000"), "password: has characters that are not allowed");
        assertProblems(host, withPassword(host, "Password123!\udc00"), "password: has characters that are not allowed");
        assertProblems(host, withPassword(host, "  Password 123 👋"));
    }

    @Test
    default void everyProblemIsListedAtOnce() {
        Host host = Host.over(emptyStoreAndQueue());

        assertProblems(
                host,
                new NewUser("no,address", "A", Password.of("-----")),
                "email: must have the @ sign and no spaces",
                "email: has characters that are not allowed",
                "name: should be at least 2 character(s)",
                "password: should be at least 12 character(s)",
                "password: at least one lower case character",
                "password: at least one upper case character",
                "password: at least one digit or punctuation character");
        assertProblems(
                host,
                new NewUser(null, null, null),
                "email: can't be blank",
                "name: can't be blank",
                "password: can't be blank");
    }
}
