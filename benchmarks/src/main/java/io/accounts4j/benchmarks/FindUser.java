package io.accounts4j.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.jdbi.JdbiStore;
import io.accounts4j.user.Email;
import io.accounts4j.user.UserId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Jdbi;

/** Find a user by id and by e-mail: plain JDBC (the floor), our Jdbi adapter, Hibernate, Spring Data JDBC. */
public final class FindUser {

    private static final int USERS = 100_000;

    private FindUser() {}

    /** Prints one table at 100,000 users and one at ten times as many. */
    public static void main(String[] arguments) {
        Postgres postgres = new Postgres();
        System.out.println(Machine.describe(postgres.version()));
        for (int users : new int[] {USERS, 10 * USERS}) {
            postgres.users(users, "none");
            InProcess byId = new InProcess("Find user by id, %,d users".formatted(users), postgres);
            byId(postgres.dataSource()).forEach((name, lookup) -> byId.contestant(name, random(lookup, users)));
            System.out.print(byId.run().table());
            InProcess byEmail = new InProcess("Find user by e-mail, %,d users".formatted(users), postgres);
            byEmail(postgres.dataSource()).forEach((name, lookup) -> byEmail.contestant(name, random(lookup, users)));
            System.out.print(byEmail.run().table());
        }
    }

    private static Map<String, IntFunction<Object>> byId(HikariDataSource dataSource) {
        JdbiStore store = JdbiStore.over(Jdbi.create(dataSource));
        PlainJdbc jdbc = new PlainJdbc(dataSource);
        HibernatePeer hibernate = new HibernatePeer(dataSource);
        SpringDataPeer springData = new SpringDataPeer(dataSource);
        Map<String, IntFunction<Object>> lookups = new LinkedHashMap<>();
        lookups.put("plain JDBC (floor)", n -> jdbc.byId(id(n)));
        lookups.put(
                "**accounts-jdbi**",
                n -> store.users().findById(new UserId(id(n))).orElseThrow());
        lookups.put("Hibernate find, no transaction", n -> hibernate.find(id(n)));
        lookups.put("Hibernate find in a transaction", n -> hibernate.findInTransaction(id(n)));
        lookups.put("Spring Data JDBC", n -> springData.byId(id(n)));
        return lookups;
    }

    private static Map<String, IntFunction<Object>> byEmail(HikariDataSource dataSource) {
        JdbiStore store = JdbiStore.over(Jdbi.create(dataSource));
        PlainJdbc jdbc = new PlainJdbc(dataSource);
        HibernatePeer hibernate = new HibernatePeer(dataSource);
        SpringDataPeer springData = new SpringDataPeer(dataSource);
        Map<String, IntFunction<Object>> lookups = new LinkedHashMap<>();
        lookups.put("plain JDBC (floor)", n -> jdbc.byEmail(email(n)));
        lookups.put(
                "**accounts-jdbi**",
                n -> store.users().findByEmail(new Email(email(n))).orElseThrow());
        lookups.put("Hibernate query, no transaction", n -> hibernate.byEmail(email(n)));
        lookups.put("Spring Data JDBC", n -> springData.byEmail(email(n)));
        return lookups;
    }

    private static Runnable random(IntFunction<Object> lookup, int users) {
        return () -> {
            Object found = lookup.apply(ThreadLocalRandom.current().nextInt(1, users + 1));
            if (found == null) {
                throw new IllegalStateException("not found");
            }
        };
    }

    private static UUID id(int n) {
        return new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0000L | n);
    }

    private static String email(int n) {
        return "user" + n + "@example.org";
    }
}
