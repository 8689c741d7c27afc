package io.accounts4j.architecture;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule finds what was planted for it in package {@code planted}, and nothing else there. */
class RulesCanFailTest {

    private static final Map<String, String> MODULES = Map.of(
            "planted.jdbi",
            "accounts-jdbi",
            "planted.jdbc",
            House.JDBC,
            "planted.jobs",
            "accounts-jobs",
            "planted.http",
            House.HTTP,
            "planted.javalin",
            House.HTTP_JAVALIN,
            "planted.twice",
            "accounts-jdbi",
            "planted.twice.Right",
            "accounts-jobs",
            "planted.testkit",
            House.TESTKIT);

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");
    private static final House HOUSE = new House(
            "planted",
            PLANTED.that(DescribedPredicate.describe("main", type -> !isTest(type))),
            PLANTED.that(DescribedPredicate.describe("tests", RulesCanFailTest::isTest)),
            RulesCanFailTest::moduleOf);

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.accounts4j.architecture.HouseTest#rules")
    void findsWhatWasPlanted(Rule rule) {
        List<String> culprits = culprits(rule.name());
        List<String> violations = rule.brokenBy(HOUSE);

        assertThat(culprits).as("nothing is planted for: " + rule.name()).isNotEmpty();
        assertThat(culprits)
                .as("planted, but not found by: " + rule.name())
                .allSatisfy(culprit -> assertThat(violations).anyMatch(line -> line.contains(culprit)));
        assertThat(violations)
                .as("found, but not planted for: " + rule.name())
                .allSatisfy(line -> assertThat(culprits).anyMatch(line::contains));
    }

    @Test
    void everythingPlantedIsForARule() {
        assertThat(HouseTest.rules())
                .extracting(Rule::name)
                .containsAll(PLANTED.stream()
                        .filter(type -> type.isAnnotatedWith(Breaks.class))
                        .flatMap(type ->
                                List.of(type.getAnnotationOfType(Breaks.class).value()).stream())
                        .toList());
    }

    private static List<String> culprits(String rule) {
        return PLANTED.stream()
                .filter(type -> type.isAnnotatedWith(Breaks.class)
                        && List.of(type.getAnnotationOfType(Breaks.class).value())
                                .contains(rule))
                .map(JavaClass::getName)
                .toList();
    }

    private static boolean isTest(JavaClass type) {
        return type.getSimpleName().endsWith("Test");
    }

    private static String moduleOf(JavaClass type) {
        return MODULES.keySet().stream()
                .filter(prefix -> type.getName().startsWith(prefix))
                .max(comparing(String::length))
                .map(MODULES::get)
                .orElse(type.getName().startsWith("planted") ? House.CORE : "");
    }
}
