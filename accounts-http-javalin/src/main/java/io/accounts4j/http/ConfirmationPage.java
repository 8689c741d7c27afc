package io.accounts4j.http;

import io.accounts4j.confirmation.Confirmation;
import io.accounts4j.confirmation.ConfirmationAttempt;
import io.accounts4j.confirmation.ConfirmationLink;
import io.accounts4j.kernel.Problem;
import io.accounts4j.password.Password;
import io.accounts4j.token.RawToken;
import io.accounts4j.user.User;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page behind the mailed link. Opening it changes nothing: the token moves from the address into a cookie of ten
 * minutes, so that no history, log or Referer keeps it, and is judged; only the form uses it up. Confirming here signs in
 * and leads on.
 */
final class ConfirmationPage {

    private static final Duration TOKEN_AGE = Duration.ofMinutes(10);

    private final AccountPages pages;
    private final Paths paths;
    private final String next;
    private final Cookies cookies;

    /** @param next where confirming leads */
    ConfirmationPage(AccountPages pages, Paths paths, String next, Cookies cookies) {
        this.pages = pages;
        this.paths = paths;
        this.next = paths.pages() + next;
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
        return switch (judge(call)) {
            case VALID -> form(200, call, List.of());
            case ALREADY_CONFIRMED -> confirmedAlready();
            case INVALID -> deadLink(200);
        };
    }

    private Answer takeOver(Optional<RawToken> token) {
        String cookie = token.map(good -> cookies.set(cookies.confirmation(), good.reveal(), TOKEN_AGE))
                .orElseGet(() -> cookies.remove(cookies.confirmation()));
        return Answer.empty(303).with("Location", paths.confirmation()).cookie(cookie);
    }

    /** The state of the link; whoever is signed in and confirmed needs none. */
    private ConfirmationLink judge(Call call) {
        ConfirmationLink link =
                token(call).map(call.accounts()::confirmationLink).orElse(ConfirmationLink.INVALID);
        boolean confirmed =
                call.visitor().filter(visitor -> visitor.user().isConfirmed()).isPresent();
        return link == ConfirmationLink.INVALID && confirmed ? ConfirmationLink.ALREADY_CONFIRMED : link;
    }

    private Reply submit(Call call) {
        return call.form(fields -> submit(call, fields));
    }

    private Answer submit(Call call, Parameters fields) {
        Optional<Password> password = fields.filled("password").map(Password::of);
        ConfirmationAttempt attempt =
                new ConfirmationAttempt(token(call), password, call.visitor().map(Visitor::token));
        Confirmation outcome = call.accounts().confirmUser(attempt);
        return outcome.fold(confirmed -> signIn(call, confirmed.user()), refused -> refused(call, refused.problems()));
    }

    /** A session of that user stays; one of somebody else ends. */
    private Answer signIn(Call call, User user) {
        Answer leadOn = Answer.empty(303).with("Location", next).cookie(cookies.remove(cookies.confirmation()));
        Optional<Visitor> before = call.visitor().filter(visitor -> !visitor.bearer());
        if (user.isDisabled() || before.filter(visitor -> isSame(visitor, user)).isPresent()) {
            return leadOn;
        }
        before.ifPresent(visitor -> call.accounts().deleteSessionToken(visitor.token()));
        String token = call.accounts().generateSessionToken(user).reveal();
        return leadOn.cookie(cookies.set(cookies.session(), token));
    }

    private static boolean isSame(Visitor visitor, User user) {
        return visitor.user().id().equals(user.id());
    }

    private Answer refused(Call call, List<Problem> problems) {
        boolean dead = problems.stream().anyMatch(problem -> problem.field().equals("token"));
        if (!dead) {
            return form(422, call, problems);
        }
        return judge(call) == ConfirmationLink.ALREADY_CONFIRMED ? confirmedAlready() : deadLink(422);
    }

    private Answer form(int status, Call call, List<Problem> problems) {
        boolean passwordNeeded = call.visitor().isEmpty();
        ConfirmationForm form =
                new ConfirmationForm(paths.confirmation(), passwordNeeded, problems, paths.stylesheet());
        return PageErrors.page(status, pages.confirmation(form));
    }

    private Answer confirmedAlready() {
        return message(
                200,
                new PageMessage(
                        "Your address is confirmed already",
                        "There is nothing left to do here.",
                        PageMessage.Kind.SUCCESS,
                        Optional.of(next),
                        paths.stylesheet()));
    }

    private Answer deadLink(int status) {
        return message(
                status,
                new PageMessage(
                        "This link does not work",
                        "It is invalid or has expired, or your address is confirmed already. Sign in, open the newest link"
                                + " in your mail, or ask for another one.",
                        PageMessage.Kind.ERROR,
                        Optional.empty(),
                        paths.stylesheet()));
    }

    private Answer message(int status, PageMessage message) {
        return PageErrors.page(status, pages.message(message)).cookie(cookies.remove(cookies.confirmation()));
    }

    private Optional<RawToken> token(Call call) {
        return cookies.value(call.request(), cookies.confirmation()).flatMap(RawToken::parse);
    }
}
