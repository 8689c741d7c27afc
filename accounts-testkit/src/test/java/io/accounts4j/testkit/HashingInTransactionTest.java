package io.accounts4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.accounts4j.internal.TransactionGuard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Hashing while a transaction is open is warned of once, with the way out. */
class HashingInTransactionTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(TransactionGuard.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    @Test
    void isWarnedOfOnceNamingTheTwoSteps() {
        TestAccounts test = TestAccounts.create();
        test.fixtures().user();
        assertThat(log.list).isEmpty();

        for (int i = 0; i < 3; i++) {
            test.store().transactions().inTransaction(test.fixtures()::user);
        }

        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage()).contains("registration().prepare(", "register(prepared)");
        });
    }

    @Test
    void isNotWarnedOfWhenItIsDoneBefore() {
        TestAccounts test = TestAccounts.create();
        var prepared = test.accounts().registration().prepare(Fixtures.newUser());

        var registration = test.store()
                .transactions()
                .inTransaction(() -> test.accounts().registration().register(prepared));

        assertThat(registration).isNotNull();
        assertThat(log.list).isEmpty();
    }
}
