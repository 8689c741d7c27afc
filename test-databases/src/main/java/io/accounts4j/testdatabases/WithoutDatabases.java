package io.accounts4j.testdatabases;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.launcher.TagFilter.includeTags;

import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs the database tests of a module without databases, as on a machine that nobody prepared. */
public final class WithoutDatabases {

    private static final String DATABASES = "postgres,mariadb";

    private WithoutDatabases() {}

    /**
     * Runs the classes with {@link OnDatabases} beside {@code test} on PostgreSQL and MariaDB, in a JVM in which these are unavailable.
     *
     * @throws AssertionError if a test does not end as skipped, or there is none
     */
    public static void assertTestsAreSkipped(Class<?> test) throws InterruptedException {
        Map<String, String> environment = Map.of(
                Environment.ONLY, DATABASES, Environment.LEAVE_OUT, DATABASES, Environment.REQUIRE_DATABASES, "false");
        try (ChildJvm run = ChildJvm.start(Run.class, environment, classesBeside(test))) {
            int exit = run.awaitExit();
            if (exit != 0) {
                throw new AssertionError("tests without their database must be skipped: " + essence(run.lines()));
            }
        }
    }

    private static String classesBeside(Class<?> test) {
        try {
            return Path.of(test.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String essence(List<String> lines) {
        return String.join(
                "\n", lines.stream().filter(line -> !line.contains("SKIPPED")).toList());
    }

    static final class Run {

        private Run() {}

        public static void main(String[] arguments) {
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClasspathRoots(Set.of(Path.of(arguments[0]))))
                                    .filters(includeTags(OnDatabases.TAG))
                                    .build(),
                            listener);
            TestExecutionSummary summary = listener.getSummary();
            long aborted = summary.getTestsAbortedCount() + summary.getContainersAbortedCount();
            boolean skipped = aborted > 0 && summary.getTotalFailureCount() == 0;
            if (!skipped || summary.getTestsSucceededCount() > 0) {
                PrintWriter output = new PrintWriter(System.out, true, Charset.defaultCharset());
                summary.printTo(output);
                summary.printFailuresTo(output, 3);
            }
            // A thread that a test left behind must not keep this JVM alive.
            System.exit(skipped && summary.getTestsSucceededCount() == 0 ? 0 : 1);
        }
    }
}
