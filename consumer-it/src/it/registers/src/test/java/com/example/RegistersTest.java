package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.accounts4j.password.Password;
import io.accounts4j.registration.NewUser;
import io.accounts4j.registration.Registration;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.testkit.TestAccounts;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class RegistersTest {

    @Test
    void registers() {
        Registration outcome = TestAccounts.create()
                .accounts()
                .registerUser(new NewUser("ann@example.org", "Ann", Password.of("Correct horse 1")));

        assertInstanceOf(Registration.Registered.class, outcome);
    }

    @Test
    void migrates() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setUrl("jdbc:h2:mem:host;DB_CLOSE_DELAY=-1");
        AccountsSchema.migrate(h2);

        assertEquals(List.of(), AccountsSchema.pending(h2));
    }
}
