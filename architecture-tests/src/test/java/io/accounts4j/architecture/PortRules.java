package io.accounts4j.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rules for every port, its contract and its adapters. */
final class PortRules {

    /** Modules that say they work on every supported database. */
    private static final Set<String> SQL_MODULES = Set.of("accounts-jdbi", "accounts-jpa", "accounts-jobs");

    private static final List<TestDatabase> DATABASES = List.of(TestDatabase.values());

    /** Ports that are also for callers of the façade. */
    private static final Set<String> OPEN_TO_HTTP = Set.of("EventBus", "HealthCheck", "RateLimiter", "JobConsole");

    static final List<Rule> ALL = List.of(
            new Rule("a port has 1 to 8 abstract methods", PortRules::wrongSize),
            new Rule("a port has no default methods", PortRules::defaults),
            new Rule("a port names what it throws", PortRules::throwsAnything),
            new Rule("every port has a contract", PortRules::withoutContract),
            new Rule("every adapter runs the contract of its port", PortRules::unproven),
            new Rule("a database adapter runs it on every database", PortRules::unprovenOnADatabase),
            new Rule("the HTTP façade sees no persistence port", PortRules::portsSeenByHttp));

    private PortRules() {}

    private static Stream<String> wrongSize(House house) {
        return house.ports()
                .filter(port -> abstractMethods(port) < 1 || abstractMethods(port) > 8)
                .map(port -> port.getName() + " has " + abstractMethods(port) + " abstract methods");
    }

    private static long abstractMethods(JavaClass port) {
        return port.getAllMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
                .count();
    }

    private static Stream<String> defaults(House house) {
        return house.ports()
                .flatMap(port -> port.getMethods().stream())
                .filter(method -> !method.getModifiers().contains(JavaModifier.ABSTRACT)
                        && !method.getModifiers().contains(JavaModifier.STATIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(method -> method.getFullName() + " lets an adapter lack it unseen");
    }

    private static Stream<String> throwsAnything(House house) {
        return house.ports()
                .flatMap(port -> port.getMethods().stream())
                .filter(PortRules::throwsAnything)
                .map(method -> method.getFullName() + " throws anything");
    }

    private static boolean throwsAnything(JavaMethod method) {
        return method.getExceptionTypes().stream()
                .anyMatch(type -> type.toErasure().isEquivalentTo(Exception.class)
                        || type.toErasure().isEquivalentTo(Throwable.class));
    }

    private static Stream<String> withoutContract(House house) {
        return house.ports()
                .filter(port -> !house.main().contain(contractOf(house, port)))
                .map(port -> port.getName() + " has no " + contractOf(house, port));
    }

    private static Stream<String> unproven(House house) {
        return adapters(house)
                .flatMap(adapter -> portsOf(house, adapter)
                        .filter(port -> testsOf(house, adapter, port).isEmpty())
                        .map(port -> adapter.getName() + " has no test that is a " + contractOf(house, port)));
    }

    private static Stream<String> unprovenOnADatabase(House house) {
        return adapters(house)
                .filter(adapter -> SQL_MODULES.contains(house.moduleOf().apply(adapter)))
                .flatMap(adapter -> portsOf(house, adapter)
                        .flatMap(port -> DATABASES.stream()
                                .filter(database -> testsOf(house, adapter, port).stream()
                                        .noneMatch(test -> runsOn(test, database)))
                                .map(database -> adapter.getName() + " has no " + adapter.getSimpleName() + "Test on "
                                        + database + " that is a " + contractOf(house, port))));
    }

    private static boolean runsOn(JavaClass test, TestDatabase database) {
        return test.tryGetAnnotationOfType(OnDatabases.class)
                .map(on -> List.of(on.value()).contains(database))
                .orElse(false);
    }

    /** Classes that implement a port, wherever they are; an anonymous one can have no test and is therefore no exception. */
    private static Stream<JavaClass> adapters(House house) {
        return house.all()
                .filter(type -> !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(type -> portsOf(house, type).findAny().isPresent());
    }

    private static Stream<JavaClass> portsOf(House house, JavaClass adapter) {
        return house.ports().filter(port -> adapter.isAssignableTo(port.getName()));
    }

    private static List<JavaClass> testsOf(House house, JavaClass adapter, JavaClass port) {
        return house.tests().stream()
                .filter(test -> !adapter.isAnonymousClass()
                        && test.getSimpleName().startsWith(adapter.getSimpleName())
                        && test.getSimpleName().endsWith("Test")
                        && test.isAssignableTo(contractOf(house, port)))
                .toList();
    }

    private static String contractOf(House house, JavaClass port) {
        return house.root() + ".testkit.contract." + port.getSimpleName() + "Contract";
    }

    private static Stream<String> portsSeenByHttp(House house) {
        return House.dependencies(
                house.in(House.HTTP),
                target -> house.owns(target) && house.isPort(target) && !OPEN_TO_HTTP.contains(target.getSimpleName()));
    }
}
