package io.accounts4j.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rules inside accounts-jobs: its packages are a list, and imports run down it. */
final class JobRules {

    private static final String MODULE = "accounts-jobs";
    private static final String ROOT = "";

    /** The rank of each package below the module's own, which is the empty name; a lower number may import a higher one. */
    private static final Map<String, Integer> RANKS =
            Map.of("testing", 0, ROOT, 1, "enqueue", 2, "node", 3, "schedule", 4, "prune", 4, "sql", 5);

    static final List<Rule> ALL = List.of(
            new Rule("imports of accounts-jobs run down the list of its packages", JobRules::upward),
            new Rule("every package of accounts-jobs is in that list", JobRules::unlisted));

    private JobRules() {}

    private static Stream<String> upward(House house) {
        return types(house)
                .filter(type -> RANKS.containsKey(part(house, type)))
                .flatMap(type -> House.dependencies(
                        Stream.of(type), target -> isListed(house, target) && !maySee(house, type, target)));
    }

    private static Stream<String> unlisted(House house) {
        return types(house)
                .filter(type -> !RANKS.containsKey(part(house, type)))
                .map(type -> type.getName() + " is in no package that JobRules lists");
    }

    private static Stream<JavaClass> types(House house) {
        return house.in(MODULE).filter(type -> isInside(house, type));
    }

    private static boolean maySee(House house, JavaClass type, JavaClass target) {
        String from = part(house, type);
        String to = part(house, target.getBaseComponentType());
        return from.equals(to) || RANKS.get(from) < RANKS.get(to);
    }

    private static boolean isListed(House house, JavaClass type) {
        JavaClass base = type.getBaseComponentType();
        return isInside(house, base) && RANKS.containsKey(part(house, base));
    }

    private static boolean isInside(House house, JavaClass type) {
        return (type.getPackageName() + '.').startsWith(house.root() + ".jobs.");
    }

    /** The package below {@code jobs}: {@code sql} for {@code io.accounts4j.jobs.sql.postgres}. */
    private static String part(House house, JavaClass type) {
        String below = type.getPackageName().substring((house.root() + ".jobs").length());
        return below.isEmpty() ? ROOT : below.substring(1).split("\\.")[0];
    }
}
