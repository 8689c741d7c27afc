package io.accounts4j.http;

import io.accounts4j.confirmation.ConfirmationAttempt;
import io.accounts4j.password.Password;
import java.util.Map;
import java.util.Optional;

/** Confirming addresses on the wire. */
final class ConfirmationRoutes {

    private ConfirmationRoutes() {}

    static Map<Operation, Action> actions() {
        return Map.of(
                Operation.REQUEST_CONFIRMATION, ConfirmationRoutes::request,
                Operation.CONFIRM_USER, ConfirmationRoutes::confirm);
    }

    private static Reply request(Call call) {
        return call.json(body -> request(call, Fields.of(body)));
    }

    private static Answer request(Call call, Fields fields) {
        String email = fields.requiredText("email");
        fields.check();
        call.accounts().requestConfirmation(email);
        return Answer.empty(202);
    }

    private static Reply confirm(Call call) {
        return call.json(body -> confirm(call, Fields.of(body)));
    }

    private static Answer confirm(Call call, Fields fields) {
        String token = fields.requiredText("token");
        Optional<Password> password =
                Optional.ofNullable(fields.text("password")).map(Password::of);
        fields.check();
        ConfirmationAttempt attempt =
                new ConfirmationAttempt(token, password, call.visitor().map(Visitor::token));
        return call.accounts()
                .confirmUser(attempt)
                .fold(confirmed -> Answer.data(200, UserView.of(confirmed.user())), refused -> {
                    throw fields.refused(refused.problems());
                });
    }
}
