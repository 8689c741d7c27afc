package io.accounts4j.jobs.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.job.JobOptions;
import io.accounts4j.jobs.JobsDatabase;
import io.accounts4j.testdatabases.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The size of the statements that store many jobs: 5,000 jobs of 60 KB each once took more than a heap of 900 MB. */
class BulkStatementSizeTest {

    private static final int JOBS = 300;
    private static final int SIZE = 60_000;
    private static final long MOST = 5_000_000;

    private long pending;
    private long largest;

    @ParameterizedTest
    @EnumSource
    void storesLargeJobsInStatementsOfABoundedSize(TestDatabase kind) throws SQLException {
        JobsDatabase tables = JobsDatabase.empty(kind);
        StoredArguments arguments = StoredArguments.of("{\"text\":\"" + "x".repeat(SIZE) + "\"}");
        NewRow row = NewRow.of(new ClaimedJob.Kind("test.job", 1), arguments, JobOptions.queue("one"));
        try (Connection connection = tables.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            JobInserts inserts = new JobInserts(Dialects.of(connection), Schema.ofConnection());

            List<Inserted> stored = inserts.insertAll(watched(connection), Collections.nCopies(JOBS, row));

            assertThat(stored).hasSize(JOBS).doesNotHaveDuplicates();
            assertThat(largest).isBetween((long) SIZE, MOST);
            connection.rollback();
        }
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("createArrayOf")) {
                pending += Arrays.stream((@Nullable Object[]) arguments[1])
                        .filter(String.class::isInstance)
                        .mapToLong(value -> ((String) value).length())
                        .sum();
            }
            Object result = method.invoke(connection, arguments);
            return result instanceof PreparedStatement statement ? watched(statement) : result;
        });
    }

    private PreparedStatement watched(PreparedStatement statement) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().equals("setString") && arguments[1] != null) {
                pending += ((String) arguments[1]).length();
            } else if (method.getName().startsWith("execute")) {
                largest = Math.max(largest, pending);
                pending = 0;
            }
            return method.invoke(statement, arguments);
        });
    }

    /** A call that is passed on. */
    private interface Call {
        Object to(Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return call.to(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
