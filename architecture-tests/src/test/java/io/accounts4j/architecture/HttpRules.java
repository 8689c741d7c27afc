package io.accounts4j.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The façade without a web server. */
final class HttpRules {

    private static final Pattern WEB_SERVER = Pattern.compile(
            "(\\[+L)?(io\\.javalin|jakarta\\.servlet|org\\.eclipse\\.jetty|org\\.apache\\.catalina)\\..*");

    /** From the bottom up; a package that is not listed is a feature, and the façade's own package is above all. */
    private static final List<String> LAYERS = List.of("templates", "wire", "view", "route", "page", "guard", "asset");

    static final List<Rule> ALL = List.of(
            new Rule("the HTTP façade names no web server", HttpRules::webServers),
            new Rule("imports in the HTTP façade run down, and no feature sees another", HttpRules::upward));

    private HttpRules() {}

    private static Stream<String> webServers(House house) {
        return House.dependencies(
                house.in(House.HTTP),
                target -> WEB_SERVER.matcher(target.getName()).matches());
    }

    private static Stream<String> upward(House house) {
        return house.in(House.HTTP)
                .flatMap(type -> House.dependencies(
                        Stream.of(type),
                        target -> house.moduleOf()
                                        .apply(target.getBaseComponentType())
                                        .equals(House.HTTP)
                                && !maySee(folder(house, type), folder(house, target))));
    }

    private static boolean maySee(String folder, String other) {
        return folder.equals(other) || level(folder) > level(other);
    }

    private static int level(String folder) {
        if (folder.isEmpty()) {
            return LAYERS.size() + 1;
        }
        int layer = LAYERS.indexOf(folder);
        return layer < 0 ? LAYERS.size() : layer;
    }

    /** {@code wire} for {@code io.accounts4j.http.wire}, empty for {@code io.accounts4j.http}. */
    private static String folder(House house, JavaClass type) {
        String http = house.root() + ".http";
        String name = type.getBaseComponentType().getPackageName();
        return name.equals(http) ? "" : name.substring(http.length() + 1);
    }
}
