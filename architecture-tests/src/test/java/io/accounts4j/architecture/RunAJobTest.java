package io.accounts4j.architecture;

import org.junit.jupiter.api.Test;

/** A reader follows "run a job" from the claim to the stored outcome through the twelve files ARCHITECTURE.md names. */
class RunAJobTest {

    private static final Walk WALK = Walk.under("The second path: run a job");

    @Test
    void hasTwelveFiles() {
        WALK.hasFiles(12);
    }

    @Test
    void aDueJobIsClaimed() {
        WALK.calls(1, "claim", 2);
        WALK.calls(2, "claim", 3);
        WALK.calls(3, "claim", 4);
    }

    @Test
    void aClaimedJobIsExecuted() {
        WALK.calls(1, "begin", 5);
        WALK.calls(5, "next", 6);
        WALK.calls(5, "begin", 7);
        WALK.calls(5, "attempt", 8);
        WALK.calls(8, "run", 9);
    }

    @Test
    void itsOutcomeIsStored() {
        WALK.calls(5, "acknowledge", 10);
        WALK.calls(10, "together", 11);
        WALK.calls(11, "acknowledge", 2);
        WALK.calls(2, "acknowledge", 3);
        WALK.calls(3, "write", 12);
    }
}
