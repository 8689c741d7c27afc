package io.accounts4j.jobs.node;

import io.accounts4j.jobs.sql.Settlement;

/** Where outcomes go that are to be written. Thread-safe. */
interface Outcomes {

    /** Has {@code settlement} written; {@code now} where it waits for no others to be written with. */
    void add(Execution run, Settlement settlement, boolean now);
}
