package io.accounts4j.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules for every module and between modules. */
final class ModuleRules {

    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token).*");
    private static final Set<String> PRINTABLE = Set.of(
            String.class.getName(), CharSequence.class.getName(), byte[].class.getName(), char[].class.getName());

    private static final Set<String> ON_SQL = Set.of("accounts-jdbi", "accounts-jobs", "accounts-schema");

    private static final Set<String> MOUNTS = Set.of(House.HTTP_SERVLET, House.HTTP_JAVALIN);

    static final List<Rule> ALL = List.of(
            new Rule(
                    "adapters see the core, those on SQL accounts-jdbc, mounts the façade, and nothing else of ours",
                    ModuleRules::adaptersSeen),
            new Rule("no package is in two modules", ModuleRules::split),
            new Rule("every package is null-marked", ModuleRules::unmarked),
            new Rule("no record holds a secret as text or bytes", ModuleRules::secretsInRecords));

    private ModuleRules() {}

    private static Stream<String> adaptersSeen(House house) {
        return house.all()
                .flatMap(type -> House.dependencies(
                        Stream.of(type),
                        target -> house.owns(target) && !maySee(home(house, type), home(house, target))));
    }

    private static boolean maySee(String module, String other) {
        return other.equals(module)
                || other.equals(House.CORE)
                || (other.equals(House.JDBC) && ON_SQL.contains(module))
                || (other.equals(House.HTTP) && MOUNTS.contains(module))
                || (other.equals(House.HTTP_SERVLET) && module.equals(House.HTTP_JAVALIN));
    }

    private static String home(House house, JavaClass type) {
        return house.moduleOf().apply(type.getBaseComponentType());
    }

    private static Stream<String> split(House house) {
        Map<String, List<JavaClass>> packages = house.all().collect(groupingBy(JavaClass::getPackageName));
        return packages.values().stream()
                .filter(types -> types.stream().map(house.moduleOf()).distinct().count() > 1)
                .flatMap(List::stream)
                .map(type -> type.getName() + " shares its package with another module");
    }

    private static Stream<String> unmarked(House house) {
        Set<String> marked = house.main().stream()
                .filter(type ->
                        House.describesPackage(type) && type.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .map(JavaClass::getPackageName)
                .collect(toSet());
        return house.all()
                .filter(type -> house.owns(type) && !marked.contains(type.getPackageName()))
                .map(type -> type.getName() + " is in a package that is not @NullMarked");
    }

    private static Stream<String> secretsInRecords(House house) {
        return house.all()
                .filter(JavaClass::isRecord)
                .flatMap(type -> type.getFields().stream())
                .filter(field -> PRINTABLE.contains(field.getRawType().getName())
                        && SECRET.matcher(field.getName()).matches())
                .map(JavaField::getFullName);
    }
}
