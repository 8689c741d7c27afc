package io.accounts4j;

import io.accounts4j.confirmation.Confirmation;
import io.accounts4j.event.Caller;
import io.accounts4j.health.HealthCheck;
import io.accounts4j.internal.Parts;
import io.accounts4j.job.JobHandler;
import io.accounts4j.purging.Purging;
import io.accounts4j.refolding.Refolding;
import io.accounts4j.registration.Registration;
import io.accounts4j.sessions.Sessions;
import io.accounts4j.signin.SigningIn;
import io.accounts4j.users.Users;
import java.util.List;
import java.util.stream.Stream;

/**
 * Users, passwords, sessions and the mail around them, on the host's own database: one method per feature. Immutable and
 * thread-safe; starts no thread and closes nothing.
 *
 * <p>Every verb that writes takes part in the transaction open on the calling thread, or has one of its own. A refusal is an
 * {@link io.accounts4j.kernel.Outcome} or a sealed type of the feature; a broken database is a {@link
 * io.accounts4j.kernel.AccountsException}, and a caller whose session, account or right has ended a {@link
 * io.accounts4j.kernel.NotAllowedException}.
 */
public final class Accounts {

    private final Parts parts;
    private final FeatureSettings settings;
    private final Caller caller;

    Accounts(Parts parts, FeatureSettings settings, Caller caller) {
        this.parts = parts;
        this.settings = settings;
        this.caller = caller;
    }

    /** Starts the wiring of accounts. */
    public static AccountsBuilder builder() {
        return new AccountsBuilder();
    }

    /** Returns the same accounts, used on behalf of {@code onBehalfOf}, whom the events name. Cheap. */
    public Accounts as(Caller onBehalfOf) {
        return new Accounts(parts, settings, onBehalfOf);
    }

    /** Registering users. */
    public Registration registration() {
        return Registration.over(parts, caller);
    }

    /** Confirming addresses. */
    public Confirmation confirmation() {
        return Confirmation.over(parts, settings.confirmation(), caller);
    }

    /** Signing in. */
    public SigningIn signIn() {
        return SigningIn.over(parts, settings.sessions(), caller);
    }

    /** Finding, opening and revoking sessions. */
    public Sessions sessions() {
        return Sessions.over(parts, settings.sessions(), caller);
    }

    /** Finding, listing, changing and deleting users. */
    public Users users() {
        return Users.over(parts, caller);
    }

    /** The handlers of the jobs that the features queue, for the engine that runs them. */
    public List<JobHandler> jobHandlers() {
        return Stream.of(
                        Confirmation.jobHandlers(parts),
                        List.of(Purging.over(parts, settings.purging())),
                        List.of(Refolding.over(parts)))
                .<JobHandler>flatMap(List::stream)
                .toList();
    }

    /** The health check of the database. */
    public HealthCheck health() {
        return parts.store().health();
    }
}
