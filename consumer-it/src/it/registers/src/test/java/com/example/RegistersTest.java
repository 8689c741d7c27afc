package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.accounts4j.user.Email;
import org.junit.jupiter.api.Test;

class RegistersTest {

    @Test
    void registers() {
        assertEquals("ann@example.org", new Email("Ann@example.org").canonical());
    }
}
