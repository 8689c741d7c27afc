package io.accounts4j.testdatabases;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Prints the databases of the run, and each skipped test with its reason. With {@code ACCOUNTS_REQUIRE_DATABASES=true} a skipped
 * database test ends the JVM with exit code 1, because a listener has no other way to fail the build.
 */
public final class DatabasesListener implements TestExecutionListener {

    private static final Pattern DATABASE_TEST = Pattern.compile(".*On(H2|Postgres|MariaDb)Test(\\$.*)?");

    private final Queue<String> onDatabases = new ConcurrentLinkedQueue<>();
    private final Queue<String> others = new ConcurrentLinkedQueue<>();

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        note(test, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            note(test, result.getThrowable().map(Throwable::getMessage).orElse("aborted"));
        }
    }

    private void note(TestIdentifier test, String reason) {
        String name = test.getSource().map(DatabasesListener::className).orElse("");
        Queue<String> kind = DATABASE_TEST.matcher(name).matches() ? onDatabases : others;
        kind.add(name + " " + test.getDisplayName() + ": " + reason);
    }

    private static String className(TestSource source) {
        if (source instanceof MethodSource method) {
            return method.getClassName();
        }
        return source instanceof ClassSource type ? type.getClassName() : "";
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        UsedDatabases.print();
        drain(others).forEach(other -> System.out.println("[tests] SKIPPED " + other));
        List<String> holes = drain(onDatabases);
        holes.forEach(hole -> System.out.println("[databases] SKIPPED " + hole));
        if (!holes.isEmpty() && Environment.requiresDatabases()) {
            System.out.println("[databases] " + Environment.REQUIRE_DATABASES + "=true, and " + holes.size()
                    + " database tests were skipped: failing the run");
            System.out.flush();
            System.exit(1);
        }
    }

    /** A JVM may run many test plans with one listener. */
    private static List<String> drain(Queue<String> queue) {
        List<String> all = new ArrayList<>();
        for (String one = queue.poll(); one != null; one = queue.poll()) {
            all.add(one);
        }
        return all;
    }
}
