package io.accounts4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules hold for what this build has compiled. */
class HouseTest {

    private static final House HOUSE = Reactor.house();

    static List<Rule> rules() {
        return Stream.of(
                        CoreRules.ALL,
                        FeatureRules.ALL,
                        PortRules.ALL,
                        ModuleRules.ALL,
                        HttpRules.ALL,
                        JobRules.ALL,
                        TrapRules.ALL)
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(Rule rule) {
        assertThat(rule.brokenBy(HOUSE)).as(rule.name()).isEmpty();
    }

    @Test
    void everyModuleIsBuiltBeforeThisOne() {
        assertThat(Reactor.dependencies())
                .as("a module of the root POM must be a dependency here, so that its classes are there to be read")
                .containsAll(Reactor.modules());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.accounts4j.architecture.Reactor#modules")
    void everyModuleIsRead(String module) {
        assertThat(HOUSE.in(module).filter(HOUSE::owns)).as(module).isNotEmpty();
    }

    @Test
    void thereArePortsToLookAt() {
        assertThat(HOUSE.ports()).isNotEmpty();
    }

    /** Its lines are the table of contents of the library. */
    @Test
    void theFacadeHasAtMost150Lines() throws IOException {
        Path facade = Path.of("..", House.CORE, "src/main/java/io/accounts4j/Accounts.java");

        assertThat(Files.readAllLines(facade)).hasSizeLessThanOrEqualTo(150);
    }
}
