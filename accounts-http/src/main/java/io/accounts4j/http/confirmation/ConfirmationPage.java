package io.accounts4j.http.confirmation;

import static io.accounts4j.http.route.Access.ANYONE;
import static io.accounts4j.http.route.Method.GET;
import static io.accounts4j.http.route.Method.POST;

import io.accounts4j.confirmation.ConfirmationAttempt;
import io.accounts4j.confirmation.ConfirmationLink;
import io.accounts4j.http.asset.Stylesheet;
import io.accounts4j.http.page.AccountPages;
import io.accounts4j.http.page.ConfirmationForm;
import io.accounts4j.http.page.PageMessage;
import io.accounts4j.http.route.Action;
import io.accounts4j.http.route.AdmittedRequest;
import io.accounts4j.http.route.Feature;
import io.accounts4j.http.route.Paths;
import io.accounts4j.http.route.Principal;
import io.accounts4j.http.route.Route;
import io.accounts4j.http.wire.Cookies;
import io.accounts4j.http.wire.Parameters;
import io.accounts4j.http.wire.Response;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.kernel.Problem;
import io.accounts4j.password.Password;
import io.accounts4j.token.RawToken;
import io.accounts4j.user.User;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The page behind the mailed link. Opening it changes nothing: the token moves from the address into a cookie of ten
 * minutes, so that no history, log or Referer keeps it, and is judged; only the form uses it up. Confirming here signs in
 * and leads on.
 */
public final class ConfirmationPage implements Feature {

    private static final Duration TOKEN_AGE = Duration.ofMinutes(10);

    private final AccountPages pages;
    private final Paths paths;
    private final String next;
    private final Cookies cookies;

    /**
     * The page over {@code pages}.
     *
     * @param next the path to which confirming leads
     */
    public ConfirmationPage(AccountPages pages, Paths paths, String next, Cookies cookies) {
        this.pages = pages;
        this.paths = paths;
        this.next = paths.pages() + next;
        this.cookies = cookies;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.page(GET, "/users/confirm", ANYONE, Action.immediate(this::show)),
                Route.page(POST, "/users/confirm", ANYONE, this::submit));
    }

    private Response show(AdmittedRequest call) {
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

    private Response takeOver(Optional<RawToken> token) {
        String cookie = token.map(good -> cookies.set(cookies.confirmation(), good.reveal(), TOKEN_AGE))
                .orElseGet(() -> cookies.remove(cookies.confirmation()));
        return Response.empty(303).with("Location", paths.confirmation()).cookie(cookie);
    }

    /** The state of the link; whoever is signed in and confirmed needs none. */
    private ConfirmationLink judge(AdmittedRequest call) {
        ConfirmationLink link =
                token(call).map(call.accounts().confirmation()::inspect).orElse(ConfirmationLink.INVALID);
        boolean confirmed =
                call.principal().filter(visitor -> visitor.user().isConfirmed()).isPresent();
        return link == ConfirmationLink.INVALID && confirmed ? ConfirmationLink.ALREADY_CONFIRMED : link;
    }

    private CompletionStage<Response> submit(AdmittedRequest call) {
        return call.form(fields -> submit(call, fields));
    }

    private Response submit(AdmittedRequest call, Parameters fields) {
        Optional<Password> password = fields.filled("password").map(Password::of);
        ConfirmationAttempt attempt =
                new ConfirmationAttempt(token(call), password, call.principal().map(Principal::token));
        Outcome<User> outcome = call.accounts().confirmation().confirm(attempt);
        return outcome.fold(user -> signIn(call, user), problems -> refused(call, problems));
    }

    /** A session of that user stays; one of somebody else ends. */
    private Response signIn(AdmittedRequest call, User user) {
        Response leadOn = Response.empty(303).with("Location", next).cookie(cookies.remove(cookies.confirmation()));
        Optional<Principal> before = call.principal().filter(visitor -> !visitor.bearer());
        if (user.isDisabled() || before.filter(visitor -> isSame(visitor, user)).isPresent()) {
            return leadOn;
        }
        before.ifPresent(visitor -> call.accounts().sessions().revoke(visitor.token()));
        String token = call.accounts().sessions().open(user).reveal();
        return leadOn.cookie(cookies.set(cookies.session(), token));
    }

    private static boolean isSame(Principal visitor, User user) {
        return visitor.user().id().equals(user.id());
    }

    private Response refused(AdmittedRequest call, List<Problem> problems) {
        boolean dead = problems.stream().anyMatch(problem -> problem.field().equals("token"));
        if (!dead) {
            return form(422, call, problems);
        }
        return judge(call) == ConfirmationLink.ALREADY_CONFIRMED ? confirmedAlready() : deadLink(422);
    }

    private Response form(int status, AdmittedRequest call, List<Problem> problems) {
        boolean passwordNeeded = call.principal().isEmpty();
        ConfirmationForm form =
                new ConfirmationForm(paths.confirmation(), passwordNeeded, problems, Stylesheet.at(paths));
        return Response.html(status, pages.render(form));
    }

    private Response confirmedAlready() {
        return message(
                200,
                new PageMessage(
                        "Your address is confirmed already",
                        "There is nothing left to do here.",
                        PageMessage.Kind.SUCCESS,
                        Optional.of(next),
                        Stylesheet.at(paths)));
    }

    private Response deadLink(int status) {
        return message(
                status,
                new PageMessage(
                        "This link does not work",
                        "It is invalid or has expired, or your address is confirmed already. Sign in, open the newest link"
                                + " in your mail, or ask for another one.",
                        PageMessage.Kind.ERROR,
                        Optional.empty(),
                        Stylesheet.at(paths)));
    }

    private Response message(int status, PageMessage message) {
        return Response.html(status, pages.render(message)).cookie(cookies.remove(cookies.confirmation()));
    }

    private Optional<RawToken> token(AdmittedRequest call) {
        return cookies.value(call.request(), cookies.confirmation()).flatMap(RawToken::parse);
    }
}
