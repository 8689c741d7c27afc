package io.accounts4j.jobs.sql;

import java.sql.SQLException;
import java.util.Optional;

/** The differences between databases. No other type names a database. Stateless. */
public interface Dialect {

    /** {@code name} so that it keeps its case and may be a key word. */
    String quoted(String name);

    /** The present by the database's clock, as stored. */
    String now();

    /** The present and so many microseconds more, given as the one parameter. */
    String inMicros();

    /** The time so many microseconds after the beginning of 1970 in UTC, given as the one parameter. */
    String atMicros();

    /** The instant that a column or expression holds, as microseconds since 1970; null where it holds none. */
    String toMicros(String column);

    /** Behind a {@code select}: locks what it returns and passes over what others hold; nothing where that locks too much. */
    String skippingLocked();

    /** Selects {@code queue} and {@code state} of the jobs that wait, in the order of their index. */
    String waitingJobs();

    /** The way to read the waiting jobs that are due first. */
    WaitingHeads heads(Schema schema);

    /** Selects how many row versions of the jobs wait to be vacuumed, and for how many seconds the oldest snapshot keeps them. */
    Optional<String> vacuum();

    /** A parameter that holds JSON text. */
    String json();

    /** The number of the period that the present is in, given the SQL of its length in microseconds. */
    String bucket(String period);

    /**
     * The clause by which an insert whose unique key is taken stores nothing; empty if it fails without spoiling the
     * transaction.
     */
    String orNothing();

    /** Returns whether an insert failed because its unique key is taken. */
    boolean isDuplicate(SQLException e);

    /** The clause by which a select reads the present committed rows, whatever the isolation. */
    String latest();

    /** The way to store many jobs, given the way to store one. */
    BulkInserts bulk(JobInserts one, Schema schema);

    /**
     * Limits one transaction: the server ends the transaction if its node is silent for ten seconds, so that a halted node does
     * not hold rows for ever, and compiles no statement, which takes longer than any of ours. Empty where there is no such setting.
     */
    String transactionSettings();

    /** Returns whether a claim and the outcomes of jobs write by one statement each, which commits by itself. */
    boolean isOneStatement();

    /** The way to claim jobs. */
    Claims claims(Schema schema);

    /** The way to write what became of them. */
    Acknowledgements acknowledgements(Schema schema);
}
