package io.accounts4j.benchmarks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Hibernate over the same table, as its documentation shows it. */
final class HibernatePeer {

    private final EntityManagerFactory factory;

    HibernatePeer(DataSource dataSource) {
        PersistenceConfiguration unit = new PersistenceConfiguration("peer").managedClass(Row.class);
        unit.properties(Map.of("jakarta.persistence.nonJtaDataSource", dataSource));
        this.factory = unit.createEntityManagerFactory();
    }

    Object find(UUID id) {
        try (EntityManager manager = factory.createEntityManager()) {
            return manager.find(Row.class, id);
        }
    }

    Object findInTransaction(UUID id) {
        return factory.callInTransaction(manager -> manager.find(Row.class, id));
    }

    Object byEmail(String email) {
        try (EntityManager manager = factory.createEntityManager()) {
            return manager.createQuery("from Row where canonical = :email", Row.class)
                    .setParameter("email", email)
                    .getSingleResult();
        }
    }

    /** A user as an entity. */
    @Entity(name = "Row")
    @Table(name = "accounts_users")
    static class Row {
        @Id
        UUID id = new UUID(0, 0);

        String email = "";

        @Column(name = "email_canonical")
        String canonical = "";

        String name = "";

        @Column(name = "is_admin")
        boolean administrator;

        @Column(name = "confirmed_at")
        @Nullable
        Instant confirmedAt;

        @Column(name = "disabled_at")
        @Nullable
        Instant disabledAt;

        @Column(name = "inserted_at")
        Instant insertedAt = Instant.EPOCH;

        @Column(name = "updated_at")
        Instant updatedAt = Instant.EPOCH;

        long version;
    }
}
