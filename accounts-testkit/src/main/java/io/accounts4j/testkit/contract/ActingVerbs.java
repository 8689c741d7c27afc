package io.accounts4j.testkit.contract;

import io.accounts4j.Accounts;
import io.accounts4j.users.UserChanges;
import io.accounts4j.confirmation.ConfirmationAttempt;
import io.accounts4j.registration.PreparedRegistration;
import io.accounts4j.token.RawToken;
import io.accounts4j.user.User;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The verbs of {@link Accounts}: those that act for a caller and ask session, account and right again, each with a call
 * that would have an effect, and those that need not. A verb that stands in neither table fails {@link
 * InFlightRightsContract}.
 */
final class ActingVerbs {

    /** A call of one verb by {@code accounts}, which are bound to the caller. */
    interface Call {
        void on(Accounts accounts, Scene scene);
    }

    /** A caller, somebody to act on, and everything a verb may need, prepared before the caller's right ends. */
    record Scene(Host host, User actor, User target, RawToken token, PreparedRegistration prepared) {}

    /** The verbs that ask again, in an order in which each still finds what it acts on. */
    static final Map<String, Call> ASKING = asking();

    /** Whoever knows the password or shows the token may; a session or right counts for nothing. */
    private static final Set<String> WITH_A_PROOF_OF_THEIR_OWN = Set.of(
            "signIn(Credentials)",
            "userByEmailAndPassword(String,Password)",
            "userBySession(SessionToken)",
            "session(SessionToken)",
            "deleteSessionToken(SessionToken)",
            "confirmationLink(RawToken)");

    /** Open to anyone, signed in or not. */
    private static final Set<String> OPEN =
            Set.of("prepareRegistration(NewUser)", "changeUser(NewUser)", "requestConfirmation(String)");

    /** Without an effect and without a body to wait for: the right was asked in the same request. */
    private static final Set<String> READING = Set.of(
            "userById(UserId)",
            "userByEmail(String)",
            "listUsers(UserFilter)",
            "listUsers(UserFilter,UserSort,PageRequest)",
            "listUsers(UserFilter,UserSort,Cursor,int)");

    /** No verbs: how accounts are wired and run. */
    private static final Set<String> WIRING = Set.of("builder()", "as(Caller)", "jobHandlers()", "health()");

    private ActingVerbs() {}

    static boolean areAllowedWithoutAsking(String verb) {
        return WITH_A_PROOF_OF_THEIR_OWN.contains(verb)
                || OPEN.contains(verb)
                || READING.contains(verb)
                || WIRING.contains(verb);
    }

    private static Map<String, Call> asking() {
        Map<String, Call> verbs = new LinkedHashMap<>();
        verbs.put(
                "registerUser(NewUser)",
                (accounts, scene) -> ignored(accounts.registerUser(Host.newUser("new@example.com"))));
        verbs.put(
                "registerUser(PreparedRegistration)",
                (accounts, scene) -> ignored(accounts.registerUser(scene.prepared())));
        verbs.put(
                "confirmUser(ConfirmationAttempt)",
                (accounts, scene) -> ignored(accounts.confirmUser(new ConfirmationAttempt(
                        Optional.of(scene.token()), Optional.of(Host.PASSWORD), Optional.empty()))));
        verbs.put(
                "confirmUser(UserId)",
                (accounts, scene) -> ignored(accounts.confirmUser(scene.target().id())));
        verbs.put(
                "generateSessionToken(User)",
                (accounts, scene) -> ignored(accounts.generateSessionToken(scene.target())));
        verbs.put(
                "updateUser(UserId,UserChanges)",
                (accounts, scene) -> ignored(accounts.updateUser(
                        scene.target().id(), UserChanges.none().administrator(true))));
        verbs.put(
                "changeUser(User,UserChanges)",
                (accounts, scene) -> ignored(accounts.changeUser(
                        scene.target(),
                        UserChanges.none().email(scene.actor().email().address()))));
        verbs.put(
                "deleteUser(UserId)",
                (accounts, scene) -> ignored(accounts.deleteUser(scene.target().id())));
        return verbs;
    }

    /** The outcome does not matter: the verb must not have come so far. */
    private static void ignored(Object outcome) {
        assert outcome != null;
    }
}
