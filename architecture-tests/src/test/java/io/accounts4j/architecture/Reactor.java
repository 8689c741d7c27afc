package io.accounts4j.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.NodeList;

/** The build's own view of itself: its modules, as the root POM lists them, and what was compiled for each. */
final class Reactor {

    private static final Path ROOT = Path.of("..");
    private static final Pattern LOCATION = Pattern.compile(".*/([^/]+)/target/(?:test-)?classes/.*");

    private Reactor() {}

    /** The published modules that have classes. */
    static List<String> modules() {
        return elements(ROOT.resolve("pom.xml"), "module")
                .filter(module -> module.startsWith("accounts-") && !module.equals("accounts-bom"))
                .toList();
    }

    static Path directory(String module) {
        return ROOT.resolve(module);
    }

    /** The modules that this module names as dependencies, and is therefore built after. */
    static List<String> dependencies() {
        return elements(Path.of("pom.xml"), "artifactId").toList();
    }

    static House house() {
        return new House(
                "io.accounts4j",
                new ClassFileImporter().importPaths(compiled("classes")),
                new ClassFileImporter().importPaths(compiled("test-classes")),
                Reactor::moduleOf);
    }

    private static List<Path> compiled(String directory) {
        return modules().stream()
                .map(module -> directory(module).resolve("target").resolve(directory))
                .filter(Files::isDirectory)
                .toList();
    }

    private static String moduleOf(JavaClass type) {
        return type.getSource()
                .map(source -> LOCATION.matcher(source.getUri().toString()))
                .filter(Matcher::matches)
                .map(location -> location.group(1))
                .orElse("");
    }

    private static Stream<String> elements(Path pom, String name) {
        try {
            NodeList nodes = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getElementsByTagName(name);
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(i -> nodes.item(i).getTextContent());
        } catch (Exception e) {
            throw new IllegalStateException("cannot read " + pom.toAbsolutePath(), e);
        }
    }
}
