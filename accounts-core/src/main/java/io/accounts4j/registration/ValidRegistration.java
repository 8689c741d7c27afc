package io.accounts4j.registration;

import io.accounts4j.kernel.Problem;
import io.accounts4j.password.PasswordHash;
import io.accounts4j.user.Email;
import java.util.List;

/** A registration that can be stored, unless its address is taken. */
record ValidRegistration(Email email, String name, PasswordHash hash) implements PreparedRegistration {

    @Override
    public List<Problem> problems() {
        return List.of();
    }

    @Override
    public String toString() {
        return "PreparedRegistration[0 problems]";
    }
}
