package io.accounts4j.session;

import io.accounts4j.token.SessionToken;
import java.util.function.Consumer;
import java.util.function.Function;

/** The outcome of a sign-in. */
public sealed interface SignIn {

    /** A session was opened; {@code token} is shown to the client once and never again. */
    record SignedIn(SignedInUser signedIn, SessionToken token) implements SignIn {}

    /** No session. Why is not said: unknown user, wrong password and closed account look and cost the same. */
    record Rejected() implements SignIn {}

    /** A value for either outcome. */
    default <T> T fold(
            Function<? super SignedIn, ? extends T> signedIn, Function<? super Rejected, ? extends T> rejected) {
        if (this instanceof SignedIn ok) {
            return signedIn.apply(ok);
        }
        return rejected.apply((Rejected) this);
    }

    /** An effect for either outcome. */
    default void match(Consumer<? super SignedIn> signedIn, Consumer<? super Rejected> rejected) {
        if (this instanceof SignedIn ok) {
            signedIn.accept(ok);
        } else {
            rejected.accept((Rejected) this);
        }
    }
}
