package com.example.host;

import io.accounts4j.kernel.ProblemMessages;
import io.accounts4j.password.BcryptPasswordHasher;
import io.accounts4j.password.Password;
import io.accounts4j.user.Email;
import java.util.Locale;

/** Uses what a module boundary could hide: values, a dependency without a descriptor, and texts inside a jar. */
public final class Host {

    private Host() {}

    /** Ends with an exception where the boundary hides something. */
    public static void main(String[] args) {
        require(Host.class.getModule().isNamed(), "the host is a named module");
        require(Email.class.getModule().isNamed(), "the core is a named module");

        BcryptPasswordHasher hasher = BcryptPasswordHasher.ofCost(BcryptPasswordHasher.MIN_COST);
        Password password = Password.of("correct horse battery");
        require(hasher.verify(password, hasher.hash(password)), "bcrypt works");

        var problem = Email.problems("ann example").get(0);
        require(
                ProblemMessages.of(Locale.ENGLISH).text(problem).contains("@ sign"),
                "texts are found in the core's jar");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("not so: " + what);
        }
        System.out.println(what);
    }
}
