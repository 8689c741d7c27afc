package io.accounts4j.architecture;

import org.junit.jupiter.api.Test;

/** A reader follows "register a user" from the wire to the SQL through the five files ARCHITECTURE.md names. */
class OnePathTest {

    private static final Walk WALK = Walk.under("The one path: register a user");

    @Test
    void hasFiveFiles() {
        WALK.hasFiles(5);
    }

    @Test
    void eachCallsTheNext() {
        WALK.calls(1, "register", 2);
        WALK.calls(2, "register", 3);
        WALK.calls(3, "add", 4);
        WALK.fulfils(4, 5);
    }
}
