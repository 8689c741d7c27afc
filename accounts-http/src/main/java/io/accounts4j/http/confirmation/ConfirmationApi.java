package io.accounts4j.http.confirmation;

import static io.accounts4j.http.route.Access.ANYONE;
import static io.accounts4j.http.route.Method.POST;
import static io.accounts4j.http.route.Method.PUT;

import io.accounts4j.confirmation.ConfirmationAttempt;
import io.accounts4j.http.route.AdmittedRequest;
import io.accounts4j.http.route.Feature;
import io.accounts4j.http.route.Principal;
import io.accounts4j.http.route.Route;
import io.accounts4j.http.view.UserView;
import io.accounts4j.http.wire.JsonBody;
import io.accounts4j.http.wire.Response;
import io.accounts4j.password.Password;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Confirming addresses on the wire. */
public final class ConfirmationApi implements Feature {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.api(POST, "/confirmation", ANYONE, ConfirmationApi::request),
                Route.api(PUT, "/confirmation", ANYONE, ConfirmationApi::confirm));
    }

    private static CompletionStage<Response> request(AdmittedRequest call) {
        return call.json(body -> request(call, JsonBody.of(body)));
    }

    private static Response request(AdmittedRequest call, JsonBody fields) {
        String email = fields.requiredText("email");
        fields.check();
        call.accounts().confirmation().request(email);
        return Response.empty(202);
    }

    private static CompletionStage<Response> confirm(AdmittedRequest call) {
        return call.json(body -> confirm(call, JsonBody.of(body)));
    }

    private static Response confirm(AdmittedRequest call, JsonBody fields) {
        String token = fields.requiredText("token");
        Optional<Password> password =
                Optional.ofNullable(fields.text("password")).map(Password::of);
        fields.check();
        ConfirmationAttempt attempt =
                new ConfirmationAttempt(token, password, call.principal().map(Principal::token));
        return call.accounts()
                .confirmation()
                .confirm(attempt)
                .fold(user -> Response.data(200, UserView.of(user)), problems -> {
                    throw fields.refused(problems);
                });
    }
}
