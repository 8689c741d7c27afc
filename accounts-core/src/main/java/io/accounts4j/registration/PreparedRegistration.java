package io.accounts4j.registration;

import io.accounts4j.kernel.Problem;
import java.util.List;

/**
 * A registration whose slow part is done: validated and hashed, without a connection. Made by {@link
 * Registration#prepare} before a transaction and finished by {@link Registration#register(PreparedRegistration)} inside it.
 * Safe to print.
 */
public sealed interface PreparedRegistration permits ValidRegistration, InvalidRegistration {

    /** The problems found so far; whether the address is taken is known only by the store. */
    List<Problem> problems();
}
