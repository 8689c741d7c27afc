package io.accounts4j.examples.recipes;

import io.accounts4j.job.JobResult;
import io.accounts4j.jobs.CurrentConnection;
import io.accounts4j.jobs.JdbcJobQueue;
import io.accounts4j.jobs.JobEngine;
import io.accounts4j.jobs.Worker;
import io.accounts4j.schema.AccountsSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Durable jobs in a program with only a data source: stores an order and the job of its invoice, both or neither. */
public final class JobsWithoutAccounts {

    private JobsWithoutAccounts() {}

    // docs begin
    /** The arguments of a job: ids rather than data. */
    record Invoice(long order) {}

    static final Worker<Invoice> INVOICE =
            Worker.of("billing.invoice", Invoice.class).queue("billing").maxAttempts(5);

    static JobEngine startEngine(DataSource dataSource, Billing billing) {
        return JobEngine.builder(dataSource)
                .queue("billing", 10) // at most 10 at once on this node
                .worker(INVOICE.perform((job, invoice) -> {
                    billing.send(invoice.order(), job.idempotencyKey());
                    return JobResult.complete(); // an exception would be a failure, and tried again
                }))
                .start();
    }

    static void placeOrder(Connection transaction, long order) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement("insert into orders values (?)")) {
            insert.setLong(1, order);
            insert.executeUpdate();
        }
        JdbcJobQueue jobs = JdbcJobQueue.on(CurrentConnection.of(transaction));
        jobs.enqueue(INVOICE.job(new Invoice(order))); // stored if and only if the order is
    }
    // docs end

    /** Sends invoices, here by printing them. */
    interface Billing {
        void send(long order, String idempotencyKey);
    }

    /** Rolls back once and commits once, and prints the stored rows each time. */
    public static void main(String[] args) throws SQLException, InterruptedException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:jobs-without-accounts;DB_CLOSE_DELAY=-1");
        AccountsSchema.migrate(database);
        CountDownLatch sent = new CountDownLatch(1);
        Billing billing = (order, idempotencyKey) -> {
            System.out.println("invoice for order " + order);
            sent.countDown();
        };
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                JobEngine engine = startEngine(database, billing)) {
            sql.execute("create table orders (id bigint primary key)");
            connection.setAutoCommit(false);

            placeOrder(connection, 4711);
            connection.rollback();
            System.out.println("rolled back: " + count(database, "orders") + " orders, "
                    + count(database, "accounts_jobs") + " jobs");

            placeOrder(connection, 4712);
            connection.commit();
            System.out.println(
                    "committed: " + count(database, "orders") + " order, " + count(database, "accounts_jobs") + " job");
            engine.wake(); // or wait for the next poll, within a second
            sent.await();
        }
    }

    private static long count(DataSource database, String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                var row = sql.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
