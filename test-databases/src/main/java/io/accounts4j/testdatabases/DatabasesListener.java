package io.accounts4j.testdatabases;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Prints the databases of the run, and each skipped test with its reason. With {@code ACCOUNTS_REQUIRE_DATABASES=true} a skipped
 * database test ends the JVM with exit code 1, because a listener has no other way to fail the build.
 */
public final class DatabasesListener implements TestExecutionListener {

    private final Queue<String> onDatabases = new ConcurrentLinkedQueue<>();
    private final Queue<String> others = new ConcurrentLinkedQueue<>();

    @Nullable
    private volatile TestPlan current;

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        current = plan;
    }

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
        List<TestIdentifier> path = pathBelowEngine(test);
        boolean onDatabase = path.stream()
                .anyMatch(part ->
                        part.getTags().stream().anyMatch(tag -> tag.getName().equals(OnDatabases.TAG)));
        String name =
                path.stream().skip(1).map(part -> " " + part.getDisplayName()).collect(Collectors.joining());
        (onDatabase ? onDatabases : others).add(path.get(0).getLegacyReportingName() + name + ": " + reason);
    }

    /** The class, its database, nested classes and the method. */
    private List<TestIdentifier> pathBelowEngine(TestIdentifier test) {
        TestPlan plan = Objects.requireNonNull(current);
        Deque<TestIdentifier> path = new ArrayDeque<>();
        Optional<TestIdentifier> part = Optional.of(test);
        while (part.isPresent()) {
            path.addFirst(part.get());
            part = plan.getParent(part.get());
        }
        if (path.size() > 1) {
            path.removeFirst();
        }
        return List.copyOf(path);
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
