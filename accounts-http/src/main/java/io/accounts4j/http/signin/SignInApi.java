package io.accounts4j.http.signin;

import static io.accounts4j.http.route.Access.ANYONE;
import static io.accounts4j.http.route.Access.SIGNED_IN;
import static io.accounts4j.http.route.Method.DELETE;
import static io.accounts4j.http.route.Method.GET;
import static io.accounts4j.http.route.Method.POST;

import io.accounts4j.http.guard.Identity;
import io.accounts4j.http.route.Action;
import io.accounts4j.http.route.AdmittedRequest;
import io.accounts4j.http.route.Feature;
import io.accounts4j.http.route.Route;
import io.accounts4j.http.view.UserView;
import io.accounts4j.http.wire.Cookies;
import io.accounts4j.http.wire.JsonBody;
import io.accounts4j.http.wire.Response;
import io.accounts4j.http.wire.Times;
import io.accounts4j.password.Password;
import io.accounts4j.session.SignIn;
import io.accounts4j.session.SignIn.SignedIn;
import io.accounts4j.signin.Credentials;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Sessions on the wire. */
public final class SignInApi implements Feature {

    private final Cookies cookies;
    private final Map<String, String> clearSiteData;
    private final Clock clock;

    /**
     * The API with these cookies.
     *
     * @param clearSiteData the {@code Clear-Site-Data} header of a sign-out; empty for none
     */
    public SignInApi(Cookies cookies, Map<String, String> clearSiteData, Clock clock) {
        this.cookies = cookies;
        this.clearSiteData = clearSiteData;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.api(POST, "/session", ANYONE, this::signIn),
                Route.api(POST, "/session/token", ANYONE, this::signInForToken),
                Route.api(GET, "/session", SIGNED_IN, Action.immediate(this::show)),
                Route.api(DELETE, "/session", ANYONE, Action.immediate(this::signOut)));
    }

    private CompletionStage<Response> signIn(AdmittedRequest call) {
        return call.json(body -> signIn(call, JsonBody.in("session", body)));
    }

    private Response signIn(AdmittedRequest call, JsonBody fields) {
        boolean remember = fields.flag("remember_me").orElse(false);
        SignedIn opened = open(call, fields);
        call.principal()
                .filter(visitor -> !visitor.bearer())
                .ifPresent(visitor -> call.accounts().sessions().revoke(visitor.token()));
        return Response.data(200, JsonViews.signedIn(opened.signedIn())).cookie(cookie(opened, remember));
    }

    private CompletionStage<Response> signInForToken(AdmittedRequest call) {
        return call.json(body -> signInForToken(call, JsonBody.in("session", body)));
    }

    private static Response signInForToken(AdmittedRequest call, JsonBody fields) {
        boolean unused = fields.flag("remember_me").orElse(false);
        SignedIn opened = open(call, fields);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("token", opened.token().reveal());
        json.put("expires_at", Times.json(opened.signedIn().session().expiresAt()));
        json.put("user", UserView.of(opened.signedIn().user()));
        return Response.data(200, json);
    }

    private Response show(AdmittedRequest call) {
        return Response.data(200, JsonViews.signedIn(call.signedIn().signedIn()));
    }

    /** For anyone: whose session is over already is signed out, and the cookie goes too. */
    private Response signOut(AdmittedRequest call) {
        call.principal().ifPresent(visitor -> call.accounts().sessions().revoke(visitor.token()));
        Response gone = Response.empty(204).with(clearSiteData);
        return call.hasBearer() ? gone : gone.cookie(cookies.remove(cookies.session()));
    }

    private static SignedIn open(AdmittedRequest call, JsonBody fields) {
        String email = fields.requiredText("email");
        Password password = Password.of(fields.requiredText("password"));
        fields.check();
        SignIn outcome = call.accounts().signIn().withPassword(new Credentials(email, password));
        return outcome.fold(
                signedIn -> signedIn,
                needed -> {
                    throw new IllegalStateException("a second factor is needed, but no route takes one");
                },
                rejected -> {
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
