package io.accounts4j.registration;

import io.accounts4j.kernel.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A registration that cannot be stored. */
record InvalidRegistration(@Nullable String email, List<Problem> problems) implements PreparedRegistration {

    InvalidRegistration {
        problems = List.copyOf(problems);
    }

    @Override
    public String toString() {
        return "PreparedRegistration[" + problems.size() + " problems]";
    }
}
