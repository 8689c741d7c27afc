package io.accounts4j.integration;

import io.accounts4j.kernel.Outcome;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.testkit.RecordingMailer;
import io.accounts4j.user.User;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * A process that registers one user and is killed on the way: at the wanted point it says where it is and waits for its
 * end. Beyond the last point it says that it has registered.
 */
final class RegisteringProcess {

    /** A point at which nobody stops: it is killed while the commit is under way. */
    static final int IN_COMMIT = -1;

    private RegisteringProcess() {}

    /** With URL, user, password, address and the number of the point, the first being 0, or {@link #IN_COMMIT}. */
    public static void main(String[] arguments) {
        WatchedDataSource dataSource = new WatchedDataSource(arguments[0], arguments[1], arguments[2]);
        House house = House.over(dataSource, new RecordingMailer());
        var prepared = house.accounts().registration().prepare(Fixtures.newUser(arguments[3]));
        int wanted = Integer.parseInt(arguments[4]);
        dataSource.watch(new Points(wanted));
        Outcome<User> outcome = house.accounts().registration().register(prepared);
        System.out.println("at the end, " + outcome.getClass().getSimpleName());
        awaitTheEnd();
    }

    /** Counts the points passed and stops at the wanted one. */
    private static final class Points implements Consumer<String> {

        private final int wanted;
        private int passed;
        private int statements;

        Points(int wanted) {
            this.wanted = wanted;
        }

        @Override
        public void accept(String point) {
            if (point.startsWith("before execute")) {
                statements++;
            }
            if (wanted == IN_COMMIT && point.equals("before commit")) {
                System.out.println("at in commit");
            } else if (passed++ == wanted) {
                System.out.println("at " + point.replaceAll("execute.*", "statement " + statements));
                awaitTheEnd();
            }
        }
    }

    private static void awaitTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
