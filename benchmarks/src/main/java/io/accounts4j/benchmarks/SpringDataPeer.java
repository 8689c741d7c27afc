package io.accounts4j.benchmarks;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Spring Data JDBC over the same table. */
final class SpringDataPeer {

    private final JdbcAggregateOperations operations;

    SpringDataPeer(DataSource dataSource) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> dataSource);
        context.register(Settings.class);
        context.refresh();
        this.operations = context.getBean(JdbcAggregateOperations.class);
    }

    Object byId(UUID id) {
        return Objects.requireNonNull(operations.findById(id, Row.class));
    }

    Object byEmail(String email) {
        return operations
                .findOne(Query.query(Criteria.where("canonical").is(email)), Row.class)
                .orElseThrow();
    }

    /** The settings that its documentation asks for. */
    @Configuration
    static class Settings extends AbstractJdbcConfiguration {
        @Bean
        NamedParameterJdbcOperations jdbc(DataSource dataSource) {
            return new NamedParameterJdbcTemplate(dataSource);
        }
    }

    /** A user as an aggregate. */
    @Table("accounts_users")
    record Row(
            @Id UUID id,
            String email,
            @Column("email_canonical") String canonical,
            String name,
            @Column("is_admin") boolean administrator,
            @Nullable Instant confirmedAt,
            @Nullable Instant disabledAt,
            Instant insertedAt,
            Instant updatedAt,
            long version) {}
}
