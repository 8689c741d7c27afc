package io.accounts4j.testkit.contract;

import io.accounts4j.Accounts;
import io.accounts4j.confirmation.ConfirmationAttempt;
import io.accounts4j.registration.PreparedRegistration;
import io.accounts4j.token.RawToken;
import io.accounts4j.user.User;
import io.accounts4j.users.UserChanges;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The verbs of {@link Accounts} and its facets: those that act for a caller and check session, account and right again, each
 * with a call that would have an effect, and the others. A verb in no table fails {@link InFlightRightsContract}.
 */
final class ActingVerbs {

    /** A call of one verb by {@code accounts}, which are bound to the caller. */
    interface Call {
        void on(Accounts accounts, Scene scene);
    }

    /** A caller, somebody to act on, and everything a verb may need, prepared before the caller's right ends. */
    record Scene(Host host, User actor, User target, RawToken token, PreparedRegistration prepared) {}

    /** The verbs that check again, in an order in which each finds its object. */
    static final Map<String, Call> ASKING = asking();

    /** The verbs open to everybody who has the password or the token; session and right do not matter. */
    private static final Set<String> WITH_A_PROOF_OF_THEIR_OWN = Set.of(
            "signIn().withPassword(Credentials)",
            "signIn().verify(String,Password)",
            "sessions().findUser(SessionToken)",
            "sessions().find(SessionToken)",
            "sessions().revoke(SessionToken)",
            "confirmation().inspect(RawToken)");

    /** Open to anyone, signed in or not. */
    private static final Set<String> OPEN = Set.of(
            "registration().prepare(NewUser)", "registration().check(NewUser)", "confirmation().request(String)");

    /** Without an effect and without a body to wait for: the right was asked in the same request. */
    private static final Set<String> READING = Set.of(
            "users().find(UserId)",
            "users().findByEmail(String)",
            "users().list(UserFilter)",
            "users().list(UserFilter,UserSort,PageRequest)",
            "users().list(UserFilter,UserSort,Cursor,int)");

    /** No verbs: how accounts are wired and run. */
    private static final Set<String> WIRING = Set.of("builder()", "as(Caller)", "jobHandlers()", "health()");

    private ActingVerbs() {}

    static boolean areAllowedWithoutAsking(String verb) {
        return WITH_A_PROOF_OF_THEIR_OWN.contains(verb)
                || OPEN.contains(verb)
                || READING.contains(verb)
                || WIRING.contains(verb);
    }

    /** The signatures of all public methods of {@link Accounts}, where one returns a facet those of the facet. */
    static Set<String> all() {
        return methods(Accounts.class).flatMap(ActingVerbs::verbsOf).collect(Collectors.toSet());
    }

    private static Map<String, Call> asking() {
        Map<String, Call> verbs = new LinkedHashMap<>();
        verbs.put(
                "registration().register(NewUser)",
                (accounts, scene) -> ignored(accounts.registration().register(Host.newUser("new@example.com"))));
        verbs.put(
                "registration().register(PreparedRegistration)",
                (accounts, scene) -> ignored(accounts.registration().register(scene.prepared())));
        verbs.put(
                "confirmation().confirm(ConfirmationAttempt)",
                (accounts, scene) -> ignored(accounts.confirmation()
                        .confirm(new ConfirmationAttempt(
                                Optional.of(scene.token()), Optional.of(Host.PASSWORD), Optional.empty()))));
        verbs.put(
                "confirmation().confirm(UserId)",
                (accounts, scene) ->
                        ignored(accounts.confirmation().confirm(scene.target().id())));
        verbs.put(
                "sessions().open(User)",
                (accounts, scene) -> ignored(accounts.sessions().open(scene.target())));
        verbs.put(
                "users().update(UserId,UserChanges)",
                (accounts, scene) -> ignored(accounts.users()
                        .update(scene.target().id(), UserChanges.none().administrator(true))));
        verbs.put(
                "users().check(User,UserChanges)",
                (accounts, scene) -> ignored(accounts.users()
                        .check(
                                scene.target(),
                                UserChanges.none().email(scene.actor().email().address()))));
        verbs.put(
                "users().delete(UserId)",
                (accounts, scene) ->
                        ignored(accounts.users().delete(scene.target().id())));
        return verbs;
    }

    /** Runs a verb whose outcome does not matter, because the verb must be refused first. */
    private static void ignored(Object outcome) {
        assert outcome != null;
    }

    /** The verbs of the facet that {@code method} returns, or the method itself where it returns none. */
    private static Stream<String> verbsOf(Method method) {
        boolean facet = methods(method.getReturnType())
                .anyMatch(factory -> factory.getName().equals("over"));
        return facet
                ? methods(method.getReturnType())
                        .filter(verb -> !Modifier.isStatic(verb.getModifiers()))
                        .map(verb -> method.getName() + "()." + signature(verb))
                : Stream.of(signature(method));
    }

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).filter(method -> Modifier.isPublic(method.getModifiers()));
    }

    private static String signature(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(",", "(", ")"));
    }
}
