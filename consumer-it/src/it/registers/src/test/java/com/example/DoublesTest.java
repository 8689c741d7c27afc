package com.example;

import io.accounts4j.user.User;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.accounts4j.password.Password;
import io.accounts4j.registration.NewUser;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.testkit.TestAccounts;
import org.junit.jupiter.api.Test;

/** A host's test without a database. */
class DoublesTest {

    @Test
    void registers() {
        TestAccounts test = TestAccounts.create();
        Outcome<User> outcome =
                test.accounts().registration().register(new NewUser("ann@example.org", "Ann", Password.of("Correct horse 1")));
        test.drainJobs();

        assertInstanceOf(Outcome.Done.class, outcome);
        assertEquals("ann@example.org", test.mailer().last().to().address());
    }
}
