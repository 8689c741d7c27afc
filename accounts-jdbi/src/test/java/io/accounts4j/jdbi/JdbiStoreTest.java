package io.accounts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class JdbiStoreTest {

    @Test
    void refusesAnH2InWhichDifferentAddressesAreEqual() {
        Jdbi jdbi = Jdbi.create("jdbc:h2:mem:;INIT=SET COLLATION ENGLISH STRENGTH PRIMARY");

        assertThatIllegalStateException()
                .isThrownBy(() -> JdbiStore.over(jdbi))
                .withMessageStartingWith("COLLATION must be OFF, got ENGLISH STRENGTH PRIMARY; ");
    }
}
