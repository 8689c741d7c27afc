package io.accounts4j.session;

import io.accounts4j.token.SessionToken;
import java.util.function.Consumer;
import java.util.function.Function;

/** The outcome of an attempt to sign in. */
public sealed interface SignIn {

    /** A session was opened; {@code token} is shown to the client once and never again. */
    record SignedIn(SignedInUser signedIn, SessionToken token) implements SignIn {}

    /** The password is right and a second factor is missing; there is no session yet. No verb of this version returns it. */
    record SecondFactorNeeded(PendingSignIn pending) implements SignIn {}

    /** No session. The reason is not told: unknown user, wrong password and closed account look and cost the same. */
    record Rejected() implements SignIn {}

    /** Returns a value for each outcome. */
    default <T> T fold(
            Function<? super SignedIn, ? extends T> signedIn,
            Function<? super SecondFactorNeeded, ? extends T> secondFactorNeeded,
            Function<? super Rejected, ? extends T> rejected) {
        if (this instanceof SignedIn ok) {
            return signedIn.apply(ok);
        }
        if (this instanceof SecondFactorNeeded needed) {
            return secondFactorNeeded.apply(needed);
        }
        return rejected.apply((Rejected) this);
    }

    /** Runs an effect for each outcome. */
    default void match(
            Consumer<? super SignedIn> signedIn,
            Consumer<? super SecondFactorNeeded> secondFactorNeeded,
            Consumer<? super Rejected> rejected) {
        if (this instanceof SignedIn ok) {
            signedIn.accept(ok);
        } else if (this instanceof SecondFactorNeeded needed) {
            secondFactorNeeded.accept(needed);
        } else {
            rejected.accept((Rejected) this);
        }
    }
}
