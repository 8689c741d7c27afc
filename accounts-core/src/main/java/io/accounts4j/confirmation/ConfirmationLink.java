package io.accounts4j.confirmation;

/** The state of a mailed confirmation link, judged without using its token. */
public enum ConfirmationLink {
    /** The token confirms the address, together with the password or a session of the user. */
    VALID,
    /** The address is confirmed already, by this link or otherwise; the token has nothing left to do. */
    ALREADY_CONFIRMED,
    /** The token is unknown, expired, replaced, or was mailed to an address the user no longer has. */
    INVALID
}
