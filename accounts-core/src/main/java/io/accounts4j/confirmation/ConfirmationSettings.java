package io.accounts4j.confirmation;

/**
 * The settings of confirming an address.
 *
 * @param tokenSuffices true if the mailed token alone confirms, without password or session
 */
public record ConfirmationSettings(boolean tokenSuffices) {

    /** The token together with the password or a session of the user. */
    public static ConfirmationSettings standard() {
        return new ConfirmationSettings(false);
    }

    /** Lets the mailed token alone confirm an address. */
    public ConfirmationSettings lenient() {
        return new ConfirmationSettings(true);
    }
}
