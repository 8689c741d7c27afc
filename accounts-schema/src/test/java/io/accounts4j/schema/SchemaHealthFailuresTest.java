package io.accounts4j.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.health.Health;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaHealthFailuresTest {

    static Stream<RuntimeException> failures() {
        return Stream.of(
                new IllegalStateException("the pool is closed"),
                new UncheckedIOException(new IOException("the jar is gone")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whateverFailsIsAnAnswer(RuntimeException failure) {
        DataSource broken = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    throw failure;
                });

        Health health = new SchemaHealth(AccountsSchema.in(broken)).check();

        assertThat(health.ok()).isFalse();
    }
}
