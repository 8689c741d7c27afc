package io.accounts4j.schema;

import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Migrates the database at a URL (user, password) and stands still when the n-th statement has been executed. */
final class MigratesUntilStopped {

    private static final Pattern OURS = Pattern.compile("(?is).*\\b(create\\s.*accounts_|do \\$\\$).*");

    private MigratesUntilStopped() {}

    public static void main(String[] arguments) {
        Properties credentials = new Properties();
        credentials.setProperty("user", arguments[1]);
        credentials.setProperty("password", arguments[2]);
        AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[3]));
        DataSource database = new CountingDataSource(new DriverDataSource(arguments[0], credentials), sql -> {
                    if (OURS.matcher(sql).matches() && left.decrementAndGet() == 0) {
                        standStill(sql);
                    }
                })
                .dataSource();
        AccountsSchema.migrate(database);
        System.out.println("FINISHED");
    }

    private static void standStill(String sql) {
        System.out.println("STANDING STILL after " + sql.replaceAll("\\s+", " "));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
