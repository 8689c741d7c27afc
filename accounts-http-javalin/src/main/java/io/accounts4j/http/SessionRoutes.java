package io.accounts4j.http;

import io.accounts4j.password.Password;
import io.accounts4j.signin.Credentials;
import io.accounts4j.signin.SignIn;
import io.accounts4j.signin.SignIn.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sessions on the wire. */
final class SessionRoutes {

    private final Cookies cookies;
    private final Map<String, String> clearSiteData;
    private final Clock clock;

    /** @param clearSiteData the {@code Clear-Site-Data} header of a sign-out; empty for none */
    SessionRoutes(Cookies cookies, Map<String, String> clearSiteData, Clock clock) {
        this.cookies = cookies;
        this.clearSiteData = clearSiteData;
        this.clock = clock;
    }

    Map<Operation, Action> actions() {
        return Map.of(
                Operation.SIGN_IN, this::signIn,
                Operation.SIGN_IN_FOR_TOKEN, this::signInForToken,
                Operation.SHOW_SESSION, this::show,
                Operation.SIGN_OUT, this::signOut);
    }

    private Reply signIn(Call call) {
        return call.json(body -> signIn(call, Fields.in("session", body)));
    }

    private Answer signIn(Call call, Fields fields) {
        boolean remember = fields.flag("remember_me").orElse(false);
        SignedIn opened = open(call, fields);
        call.visitor()
                .filter(visitor -> !visitor.bearer())
                .ifPresent(visitor -> call.accounts().deleteSessionToken(visitor.token()));
        return Answer.data(200, Views.signedIn(opened.signedIn())).cookie(cookie(opened, remember));
    }

    private Reply signInForToken(Call call) {
        return call.json(body -> signInForToken(call, Fields.in("session", body)));
    }

    private static Answer signInForToken(Call call, Fields fields) {
        boolean unused = fields.flag("remember_me").orElse(false);
        SignedIn opened = open(call, fields);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("token", opened.token().reveal());
        json.put("expires_at", Times.json(opened.signedIn().session().expiresAt()));
        json.put("user", UserView.of(opened.signedIn().user()));
        return Answer.data(200, json);
    }

    private Answer show(Call call) {
        return Answer.data(200, Views.signedIn(call.signedIn().signedIn()));
    }

    /** For anyone: whose session is over already is signed out, and the cookie goes too. */
    private Answer signOut(Call call) {
        call.visitor().ifPresent(visitor -> call.accounts().deleteSessionToken(visitor.token()));
        Answer gone = Answer.empty(204).with(clearSiteData);
        return call.hasBearer() ? gone : gone.cookie(cookies.remove(cookies.session()));
    }

    private static SignedIn open(Call call, Fields fields) {
        String email = fields.requiredText("email");
        Password password = Password.of(fields.requiredText("password"));
        fields.check();
        SignIn outcome = call.accounts().signIn(new Credentials(email, password));
        return outcome.fold(signedIn -> signedIn, rejected -> {
            throw Identity.invalidCredentials();
        });
    }

    private String cookie(SignedIn opened, boolean remember) {
        String token = opened.token().reveal();
        if (!remember) {
            return cookies.set(cookies.session(), token);
        }
        Duration left =
                Duration.between(clock.instant(), opened.signedIn().session().expiresAt());
        return cookies.set(cookies.session(), token, left);
    }
}
