package io.accounts4j.examples.server;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.jdbi.JdbiStore;
import io.accounts4j.kernel.AccountsException;
import io.accounts4j.supervision.Supervisor;
import java.io.PrintStream;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The commands of the program: serve (without a name), {@code seed} and {@code health}. */
final class Commands {

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    Commands(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /** Runs a command and returns while the server runs. Ends the process with exit code 1 if the command fails. */
    void run(String... arguments) {
        try {
            execute(String.join(" ", arguments));
        } catch (StartupException e) {
            refuse(e.sentences());
        } catch (AccountsException | IllegalArgumentException | IllegalStateException e) {
            refuse("The server cannot start: " + e.getMessage());
        }
    }

    private void execute(String command) {
        switch (command) {
            case "" -> serve();
            case "seed" -> seed();
            case "health" -> health();
            default ->
                throw new StartupException("There is no command \"" + command
                        + "\": without one the server starts; others are seed and health.");
        }
    }

    private void serve() {
        Settings settings = Settings.from(environment);
        Supervisor parts = new Supervisor();
        Shutdown.closesAtExit(parts);
        new Server(settings, new Console(out)).start(parts);
    }

    private void seed() {
        Settings settings = Settings.from(environment);
        Database.migrate(settings.database());
        try (HikariDataSource pool = Database.open(
                settings.database(), "accounts", settings.database().poolSize())) {
            new Seed(JdbiStore.over(Jdbi.create(pool)), settings, new Console(out)).onDemand();
        }
    }

    private void health() {
        if (!HealthProbe.isReady(Settings.port(environment))) {
            throw new StartupException("The server is not ready.");
        }
    }

    private void refuse(String sentence) {
        err.println(sentence);
        System.exit(1);
    }
}
