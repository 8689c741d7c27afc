package io.accounts4j.examples.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.examples.recipes.JobsWithoutAccounts.Invoice;
import io.accounts4j.job.JobResult;
import io.accounts4j.jobs.testing.ExpectedJob;
import io.accounts4j.jobs.testing.JobTesting;
import io.accounts4j.schema.AccountsSchema;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** An example of a test of a host's jobs: the real table, and jobs run only when the test runs them. */
class JobsTest {

    private final List<Long> invoiced = new ArrayList<>();

    @Test
    void whoeverOrdersIsSentAnInvoice() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:jobs-test;DB_CLOSE_DELAY=-1");
        AccountsSchema.migrate(database);
        JobTesting jobs = JobTesting.on(database).worker(JobsWithoutAccounts.INVOICE.perform((job, invoice) -> {
            invoiced.add(invoice.order());
            return JobResult.complete();
        }));
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("create table orders (id bigint primary key)");
            JobsWithoutAccounts.placeOrder(connection, 4711);
        }

        jobs.assertEnqueued(
                ExpectedJob.of(JobsWithoutAccounts.INVOICE).with("order", 4711).inQueue("billing"));
        assertThat(jobs.drain("billing").completed()).isEqualTo(1);
        assertThat(invoiced).containsExactly(4711L);
        jobs.performJob(JobsWithoutAccounts.INVOICE, new Invoice(1)); // at once, without a row
        assertThat(invoiced).containsExactly(4711L, 1L);
    }
}
