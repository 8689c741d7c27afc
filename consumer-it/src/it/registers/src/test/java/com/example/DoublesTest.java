package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.accounts4j.password.Password;
import io.accounts4j.registration.NewUser;
import io.accounts4j.registration.Registration;
import io.accounts4j.testkit.TestAccounts;
import org.junit.jupiter.api.Test;

/** A host's test without a database. */
class DoublesTest {

    @Test
    void registers() {
        TestAccounts test = TestAccounts.create();
        Registration outcome =
                test.accounts().registerUser(new NewUser("ann@example.org", "Ann", Password.of("Correct horse 1")));
        test.drainJobs();

        assertInstanceOf(Registration.Registered.class, outcome);
        assertEquals("ann@example.org", test.mailer().last().to().address());
    }
}
