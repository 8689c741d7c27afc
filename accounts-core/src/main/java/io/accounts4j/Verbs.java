package io.accounts4j;

import io.accounts4j.users.Deleting;
import io.accounts4j.users.Listing;
import io.accounts4j.users.Updating;
import io.accounts4j.confirmation.Confirming;
import io.accounts4j.job.JobHandler;
import io.accounts4j.registration.Registering;
import io.accounts4j.signin.SigningIn;
import io.accounts4j.store.AccountStore;
import java.util.List;

/** Everything the façade delegates to, wired once by {@link AccountsBuilder}. */
record Verbs(
        AccountStore store,
        Registering registering,
        Confirming confirming,
        SigningIn signingIn,
        Administration administration,
        List<JobHandler> jobHandlers) {

    /** The verbs of administrators. */
    record Administration(Listing listing, Updating updating, Deleting deleting) {}
}
