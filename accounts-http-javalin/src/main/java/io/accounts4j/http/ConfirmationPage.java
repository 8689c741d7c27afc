package io.accounts4j.http;

import io.accounts4j.confirmation.Confirmation;
import io.accounts4j.confirmation.ConfirmationAttempt;
import io.accounts4j.kernel.Problem;
import io.accounts4j.password.Password;
import io.accounts4j.token.RawToken;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page behind the mailed link. Opening it changes nothing: the token moves from the address into a cookie of ten
 * minutes, so that no history, log or Referer keeps it, and only the form uses it up.
 */
final class ConfirmationPage {

    private static final Duration TOKEN_AGE = Duration.ofMinutes(10);

    private final AccountPages pages;
    private final Paths paths;
    private final Cookies cookies;

    ConfirmationPage(AccountPages pages, Paths paths, Cookies cookies) {
        this.pages = pages;
        this.paths = paths;
        this.cookies = cookies;
    }

    Map<Operation, Action> actions() {
        return Map.of(
                Operation.SHOW_CONFIRMATION_PAGE, this::show,
                Operation.SUBMIT_CONFIRMATION_PAGE, this::submit);
    }

    private Answer show(Call call) {
        Optional<String> linked = call.query().value("token");
        if (linked.isPresent()) {
            return takeOver(RawToken.parse(linked.get()));
        }
        return token(call).isPresent() ? form(200, call, List.of()) : deadLink(200);
    }

    private Answer takeOver(Optional<RawToken> token) {
        String cookie = token.map(good -> cookies.set(cookies.token(), good.reveal(), TOKEN_AGE))
                .orElseGet(() -> cookies.remove(cookies.token()));
        return Answer.empty(303).with("Location", paths.confirmation()).cookie(cookie);
    }

    private Reply submit(Call call) {
        return call.form(fields -> submit(call, fields));
    }

    private Answer submit(Call call, Parameters fields) {
        Optional<Password> password = fields.filled("password").map(Password::of);
        ConfirmationAttempt attempt =
                new ConfirmationAttempt(token(call), password, call.visitor().map(Visitor::token));
        Confirmation outcome = call.accounts().confirmUser(attempt);
        return outcome.fold(confirmed -> confirmed(), refused -> refused(call, refused.problems()));
    }

    private Answer confirmed() {
        return message(
                        200,
                        "Your address is confirmed",
                        "Thank you. You can close this page.",
                        PageMessage.Kind.SUCCESS)
                .cookie(cookies.remove(cookies.token()));
    }

    private Answer refused(Call call, List<Problem> problems) {
        boolean dead = problems.stream().anyMatch(problem -> problem.field().equals("token"));
        return dead ? deadLink(422).cookie(cookies.remove(cookies.token())) : form(422, call, problems);
    }

    private Answer form(int status, Call call, List<Problem> problems) {
        boolean passwordNeeded = call.visitor().isEmpty();
        ConfirmationForm form =
                new ConfirmationForm(paths.confirmation(), passwordNeeded, problems, paths.stylesheet());
        return PageErrors.page(status, pages.confirmation(form));
    }

    private Answer deadLink(int status) {
        return message(
                status,
                "This link does not work",
                "It is invalid or has expired. Open the newest link in your mail, or ask for another one.",
                PageMessage.Kind.ERROR);
    }

    private Answer message(int status, String title, String text, PageMessage.Kind kind) {
        return PageErrors.page(status, pages.message(new PageMessage(title, text, kind, paths.stylesheet())));
    }

    private Optional<RawToken> token(Call call) {
        return cookies.value(call.request(), cookies.token()).flatMap(RawToken::parse);
    }
}
