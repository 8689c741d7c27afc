package io.accounts4j.integration;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Kills a process that commits to H2 through plain JDBC, and counts what is missing of the commits that were acknowledged.
 * Needs H2 and nothing of accounts4j, which is why it is one file: {@code java -cp h2.jar H2AtKills.java kills
 * "settings" [seconds]}. The seconds, by default 3, are the longest life of the first process; the others live for up to a
 * second. With the settings {@code ;WRITE_DELAY=0;RETENTION_TIME=1000} some kills lose commits; docs/reliability.md gives
 * the reason and figures.
 */
public final class H2AtKills {

    private static final String WRITER = "H2_AT_KILLS_WRITER";
    private static final String FIRST_LIFE_SECONDS = "3";
    private static final int MAX_LIFE_MILLIS = 1_000;

    private final String url;
    private final int firstLifeMillis;
    private final Random random = new Random();
    private final Set<String> acknowledged = new HashSet<>();
    private final Set<String> lost = new HashSet<>();

    private H2AtKills(String url, int firstLifeSeconds) {
        this.url = url;
        this.firstLifeMillis = firstLifeSeconds * 1_000;
    }

    /** Takes the number of kills, the settings that follow the path in the URL, and the seconds of the first life. */
    public static void main(String[] arguments) throws Exception {
        String writer = System.getenv(WRITER);
        if (writer != null) {
            write(writer, arguments[0]);
        }
        int kills = Integer.parseInt(arguments[0]);
        Path directory = Files.createTempDirectory("h2-at-kills");
        try {
            String seconds = arguments.length > 2 ? arguments[2] : FIRST_LIFE_SECONDS;
            new H2AtKills("jdbc:h2:file:" + directory.resolve("db") + arguments[1], Integer.parseInt(seconds))
                    .kill(kills);
        } finally {
            delete(directory);
        }
    }

    private void kill(int kills) throws Exception {
        int losses = 0;
        execute("create table rows_of_kills (id varchar(40) primary key, data varchar(200))");
        for (int kill = 0; kill < kills; kill++) {
            live(kill);
            try {
                losses += look() ? 1 : 0;
            } catch (SQLException e) {
                System.out.printf(
                        "after kill %d, with %d commits acknowledged, H2 cannot open the file: %s%n",
                        kill + 1, acknowledged.size(), e.getMessage());
                return;
            }
        }
        System.out.printf(
                "%d kills, %d commits acknowledged, %d of them lost in %d kills%n",
                kills, acknowledged.size(), lost.size(), losses);
    }

    /** A process like this one, until it is killed. */
    private void live(int kill) throws IOException, InterruptedException {
        ProcessHandle.Info self = ProcessHandle.current().info();
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                        Stream.of(self.command().orElseThrow()),
                        Stream.of(self.arguments().orElseThrow()))
                .toList());
        builder.redirectErrorStream(true).environment().put(WRITER, kill + " " + url);
        Process process = builder.start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = process.inputReader()) {
            lines.add(String.valueOf(output.readLine()));
            Thread killer = new Thread(() -> killLater(process, kill == 0 ? firstLifeMillis : MAX_LIFE_MILLIS));
            killer.start();
            output.lines().forEach(lines::add);
            killer.join();
            process.waitFor();
        }
        lines.stream().filter(line -> line.startsWith("committed ")).forEach(acknowledged::add);
    }

    private void killLater(Process process, int maxMillis) {
        try {
            Thread.sleep(maxMillis - random.nextInt(MAX_LIFE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Process.destroyForcibly would also close the output, and the last lines with it.
        process.toHandle().destroyForcibly();
    }

    /** Returns whether commits are missing that were not before. */
    private boolean look() throws SQLException {
        Set<String> missing = new HashSet<>(acknowledged);
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                ResultSet rows = connection.createStatement().executeQuery("select id from rows_of_kills")) {
            while (rows.next()) {
                missing.remove("committed " + rows.getString(1));
            }
        }
        return lost.addAll(missing);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            connection.createStatement().execute(sql);
        }
    }

    /** Commits row after row, and prints each when its commit has returned. */
    private static void write(String life, String kills) throws SQLException {
        String[] prefixAndUrl = life.split(" ", 2);
        try (Connection connection = DriverManager.getConnection(prefixAndUrl[1], "sa", "");
                PreparedStatement insert = connection.prepareStatement("insert into rows_of_kills values (?, ?)")) {
            insert.setString(2, "x".repeat(150));
            for (int row = 0; ; row++) {
                String id = kills + "-" + prefixAndUrl[0] + "-" + row;
                insert.setString(1, id);
                insert.executeUpdate();
                System.out.println("committed " + id);
            }
        }
    }
}
