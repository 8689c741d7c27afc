package io.accounts4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page for newcomers shows the program that consumer-it runs, and the packages and modules as they are. */
class FirstStepsTest {

    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/first-steps.md");
    private static final Path PROGRAM = ROOT.resolve("consumer-it/src/it/first-steps");
    private static final Pattern MODULE = Pattern.compile("^(?:open )?module (\\S+)", Pattern.MULTILINE);
    private static final Pattern EXPORT = Pattern.compile("^ *exports ([\\w.]+);", Pattern.MULTILINE);

    @ParameterizedTest
    @CsvSource({"xml, pom.xml", "java, src/main/java/com/example/Main.java"})
    void showsTheFilesOfAProgramThatIsRun(String language, String file) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));

        assertThat(block.find()).isTrue();
        assertThat(block.group(1)).isEqualTo(Files.readString(PROGRAM.resolve(file)));
    }

    @ParameterizedTest
    @CsvSource({
        "accounts-bom, <artifactId>accounts-parent</artifactId>\\s*<version>",
        "h2, <h2.version>",
        "flyway-core, <flyway.version>",
        "slf4j-simple, <slf4j.version>"
    })
    void usesTheVersionsThatOurTestsUse(String artifact, String version) throws IOException {
        String ours = first(Pattern.compile(version + "([^<]+)<"), Files.readString(ROOT.resolve("pom.xml")));

        assertThat(Files.readString(PROGRAM.resolve("pom.xml")))
                .containsPattern("<artifactId>" + artifact + "</artifactId>\\s*<version>" + Pattern.quote(ours) + "<");
    }

    @Test
    void listsPackagesAndModuleOfEveryArtifact() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `accounts-"))
                .toList();

        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(
                        Reactor.modules().stream().map(FirstStepsTest::row).toList());
    }

    @Test
    void isLinkedFromTheFirstScreenOfTheReadme() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md")).stream().limit(40))
                .anyMatch(line -> line.contains("](docs/first-steps.md)"));
    }

    private static String row(String module) {
        try {
            String descriptor = Files.readString(Reactor.directory(module).resolve("src/main/java/module-info.java"));
            String packages = EXPORT.matcher(descriptor)
                    .results()
                    .map(export -> "`" + export.group(1) + "`")
                    .collect(Collectors.joining(", "));
            return "| `" + module + "` | " + packages + " | `" + first(MODULE, descriptor) + "` |";
        } catch (IOException e) {
            throw new IllegalStateException(module, e);
        }
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }
}
