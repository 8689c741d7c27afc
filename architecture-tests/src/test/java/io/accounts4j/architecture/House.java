package io.accounts4j.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All classes that are under the rules.
 *
 * @param root the package of the façade, above all others
 * @param main what hosts get
 * @param tests what proves it
 * @param moduleOf the directory of the module a class belongs to
 */
record House(String root, JavaClasses main, JavaClasses tests, Function<JavaClass, String> moduleOf) {

    static final String CORE = "accounts-core";
    static final String JDBC = "accounts-jdbc";
    static final String TESTKIT = "accounts-testkit";
    static final String HTTP = "accounts-http";
    static final String HTTP_SERVLET = "accounts-http-servlet";
    static final String HTTP_JAVALIN = "accounts-http-javalin";

    Stream<JavaClass> all() {
        return main.stream().filter(type -> !describesPackage(type));
    }

    static boolean describesPackage(JavaClass type) {
        return type.getSimpleName().equals("package-info");
    }

    Stream<JavaClass> in(String module) {
        return all().filter(type -> moduleOf.apply(type).equals(module));
    }

    JavaClasses core() {
        return main.that(DescribedPredicate.describe(
                "in core", type -> moduleOf.apply(type).equals(CORE)));
    }

    /** Returns whether {@code type} is ours, and not the platform's or a dependency's. */
    boolean owns(JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    /** The first package below the root: {@code user} for {@code io.accounts4j.user.Email}, empty for the façade. */
    String room(JavaClass type) {
        return type.getPackageName().equals(root)
                ? ""
                : type.getPackageName().substring(root.length() + 1).split("\\.")[0];
    }

    Stream<JavaClass> ports() {
        return in(CORE).filter(this::isPort);
    }

    boolean isPort(JavaClass type) {
        return type.isAnnotatedWith(root + ".kernel.Port");
    }

    /** A line for each dependency of {@code origins} that {@code forbidden} holds for. */
    static Stream<String> dependencies(Stream<JavaClass> origins, Predicate<JavaClass> forbidden) {
        return origins.flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> forbidden.test(dependency.getTargetClass()))
                .map(dependency -> dependency.getDescription());
    }

    /** A line for each call, reference or field access of {@code origins} that {@code forbidden} holds for. */
    static Stream<String> accesses(Stream<JavaClass> origins, Predicate<JavaAccess<?>> forbidden) {
        return origins.flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(forbidden)
                .map(JavaAccess::getDescription);
    }
}
