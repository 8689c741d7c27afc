package io.accounts4j.architecture;

import static java.util.stream.Collectors.groupingBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rules for each feature folder of the core. */
final class FeatureRules {

    private static final int PARAMETERS = 3;

    static final List<Rule> ALL = List.of(
            new Rule("a feature has exactly one facet", FeatureRules::featuresWithoutOneFacet),
            new Rule("a use case takes parts, settings and caller at most", FeatureRules::wideConstructors));

    private FeatureRules() {}

    private static Stream<String> featuresWithoutOneFacet(House house) {
        Map<String, List<JavaClass>> features = features(house).collect(groupingBy(house::room));
        return features.entrySet().stream()
                .filter(feature -> feature.getValue().stream()
                                .filter(FeatureRules::isFacet)
                                .count()
                        != 1)
                .flatMap(feature -> feature.getValue().stream())
                .map(type -> type.getName() + " is in a feature that has not exactly one public class besides records,"
                        + " enums, sealed types and exceptions");
    }

    private static boolean isFacet(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.isTopLevelClass()
                && !type.isRecord()
                && !type.isEnum()
                && !type.reflect().isSealed()
                && !type.isAssignableTo(Throwable.class);
    }

    private static Stream<String> wideConstructors(House house) {
        return features(house)
                .filter(type -> !type.isRecord() && !type.isEnum())
                .flatMap(type -> type.getConstructors().stream())
                .filter(constructor -> constructor.getRawParameterTypes().size() > PARAMETERS)
                .map(constructor -> constructor.getFullName() + " has more than " + PARAMETERS + " parameters");
    }

    private static Stream<JavaClass> features(House house) {
        return house.in(House.CORE).filter(type -> Tier.of(house.room(type)) == Tier.FEATURE);
    }
}
