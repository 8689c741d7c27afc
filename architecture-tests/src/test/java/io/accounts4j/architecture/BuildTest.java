package io.accounts4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** The habits of a Maven build: {@code mvn install} succeeds, and {@code -DskipTests} runs no test of any kind. */
class BuildTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void modulesWithoutSourcesAreNotInstalled() {
        assertThat(modules())
                .filteredOn(module -> text(module, "packaging").isEmpty() && !hasSources(module))
                .isNotEmpty()
                .allSatisfy(module -> assertThat(text(module, "properties/maven.install.skip"))
                        .isEqualTo("true"));
    }

    @Test
    void skipTestsSkipsEveryPluginThatRunsTests() {
        Map<String, String> switches =
                Map.of("maven-failsafe-plugin", "skipITs", "maven-invoker-plugin", "invoker.skip");

        assertThat(switches)
                .allSatisfy((plugin, property) -> assertThat(modules())
                        .filteredOn(module -> uses(module, plugin))
                        .isNotEmpty()
                        .allMatch(module -> Stream.of(module, ROOT)
                                .anyMatch(pom ->
                                        text(pom, "properties/" + property).equals("${skipTests}"))));
    }

    private static List<Path> modules() {
        return Stream.of(text(ROOT, "modules").strip().split("\\s+"))
                .map(ROOT::resolve)
                .toList();
    }

    private static boolean hasSources(Path module) {
        return Files.isDirectory(module.resolve("src/main"));
    }

    private static boolean uses(Path module, String plugin) {
        return !text(module, "build/plugins/plugin[artifactId='" + plugin + "']")
                .isEmpty();
    }

    private static String text(Path module, String path) {
        try {
            Document pom = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(module.resolve("pom.xml").toFile());
            return XPathFactory.newInstance().newXPath().evaluate("/project/" + path, pom);
        } catch (Exception e) {
            throw new IllegalStateException("cannot read the POM of " + module, e);
        }
    }
}
