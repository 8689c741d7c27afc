package io.accounts4j.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules inside the core. */
final class CoreRules {

    private static final Set<String> RANDOM = Set.of("java.util.Random", "java.util.SplittableRandom");

    static final List<Rule> ALL = List.of(
            new Rule("every package of the core has a tier", CoreRules::roomsWithoutTier),
            new Rule("no feature sees a feature", house -> upward(house, Tier.FEATURE, Set.of(Tier.FEATURE))),
            new Rule("internal parts see no feature", house -> upward(house, Tier.INTERNAL, Set.of(Tier.FEATURE))),
            new Rule(
                    "no noun sees a feature or an internal part",
                    house -> upward(house, Tier.NOUN, Set.of(Tier.FEATURE, Tier.INTERNAL))),
            new Rule(
                    "the kernel sees no noun, no internal part and no feature",
                    house -> upward(house, Tier.KERNEL, Set.of(Tier.NOUN, Tier.INTERNAL, Tier.FEATURE))),
            new Rule("nothing in the core sees the façade", CoreRules::seesFacade),
            new Rule("packages of the core form no cycle", CoreRules::cycles),
            new Rule("the core asks its clock for the time", house -> calls(house, CoreRules::readsTheWallClock)),
            new Rule("the core takes randomness from SecureRandom", house -> calls(house, CoreRules::isPredictable)),
            new Rule("the core logs and never prints", house -> calls(house, CoreRules::prints)),
            new Rule(
                    "the core compares text exactly",
                    house -> calls(house, access -> access.getName().equals("equalsIgnoreCase"))));

    private CoreRules() {}

    private static Stream<String> roomsWithoutTier(House house) {
        return house.in(House.CORE)
                .filter(type -> Tier.of(house.room(type)) == Tier.UNKNOWN)
                .map(type -> type.getName() + " is in no room that " + Tier.class.getSimpleName() + " lists");
    }

    private static Stream<String> upward(House house, Tier from, Set<Tier> forbidden) {
        return house.in(House.CORE)
                .filter(type -> Tier.of(house.room(type)) == from)
                .flatMap(type -> House.dependencies(
                        Stream.of(type),
                        target -> house.owns(target)
                                && !house.room(target).equals(house.room(type))
                                && forbidden.contains(Tier.of(house.room(target)))));
    }

    private static Stream<String> seesFacade(House house) {
        return House.dependencies(
                house.in(House.CORE).filter(type -> !house.room(type).isEmpty()),
                target -> house.owns(target) && house.room(target).isEmpty());
    }

    private static Stream<String> cycles(House house) {
        return SlicesRuleDefinition.slices()
                .matching(house.root() + ".(*)..")
                .should()
                .beFreeOfCycles()
                .evaluate(house.core())
                .getFailureReport()
                .getDetails()
                .stream();
    }

    private static Stream<String> calls(House house, Predicate<JavaAccess<?>> forbidden) {
        return House.accesses(house.in(House.CORE), forbidden);
    }

    private static boolean readsTheWallClock(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return access.getName().equals("currentTimeMillis")
                || (owner.getPackageName().equals("java.time")
                        && access.getName().equals("now")
                        && !access.getTarget().getFullName().contains(java.time.Clock.class.getName()))
                || (owner.isEquivalentTo(java.util.Date.class)
                        && access.getTarget().getFullName().endsWith("<init>()"));
    }

    private static boolean isPredictable(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return RANDOM.contains(owner)
                || (owner.equals("java.lang.Math") && access.getName().equals("random"))
                || (owner.equals("java.util.UUID") && access.getName().equals("randomUUID"));
    }

    private static boolean prints(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(System.class)
                        && Set.of("out", "err").contains(access.getName())
                || access.getName().equals("printStackTrace");
    }
}
