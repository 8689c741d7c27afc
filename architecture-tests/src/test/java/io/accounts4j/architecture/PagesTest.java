package io.accounts4j.architecture;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The code of the README, and the files and tests that pages name, exist. */
class PagesTest {

    private static final Path ROOT = Path.of("..");
    private static final Path COMPILED =
            ROOT.resolve("consumer-it/src/it/registers/src/test/java/com/example/RegistersTest.java");
    private static final Path RECIPE =
            ROOT.resolve("examples/recipes/src/main/java/io/accounts4j/examples/recipes/JobsWithoutAccounts.java");
    private static final Pattern FENCED = Pattern.compile("^ *```.*?^ *```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern TEST = Pattern.compile(".*(Test|IT)\\.java");
    private static final Pattern QUOTED = Pattern.compile("`([A-Za-z0-9]+)`");
    private static final Pattern RELATIVE_LINK = Pattern.compile("]\\((?![a-z]+:|#)([^)#\\s]+)[^)]*\\)");

    @Test
    void theReadmeShowsLinesThatAreCompiledAndRun() throws IOException {
        String top =
                Files.readAllLines(ROOT.resolve("README.md")).stream().limit(25).collect(joining("\n"));

        assertThat(between("```java", "```", top))
                .isNotEmpty()
                .isEqualTo(between("// README begins", "// README ends", Files.readString(COMPILED)));
    }

    @Test
    void thePageOnJobsBeginsWithLinesThatAreCompiledAndRun() throws IOException {
        assertThat(between("```java", "```", Files.readString(ROOT.resolve("docs/jobs.md"))))
                .isNotEmpty()
                .isEqualTo(between("// docs begin", "// docs end", Files.readString(RECIPE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void linksToWhatIsThere(Path page) throws IOException {
        String prose = FENCED.matcher(Files.readString(page)).replaceAll("");

        assertThat(RELATIVE_LINK.matcher(prose).results().map(link -> link.group(1)))
                .allSatisfy(link ->
                        assertThat(page.resolveSibling(link).normalize()).exists());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"docs/jobs.md", "docs/reliability.md"})
    void namesTestsThatAreThere(String page) throws IOException {
        Set<String> tests = files(TEST).stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(toSet());

        assertThat(testsOf(Files.readString(ROOT.resolve(page)))).isNotEmpty().allMatch(tests::contains);
    }

    @Test
    void everyDecisionHasANumberOfItsOwn() throws IOException {
        try (Stream<Path> decisions = Files.list(ROOT.resolve("docs/decisions"))) {
            assertThat(decisions)
                    .isNotEmpty()
                    .allSatisfy(
                            decision -> assertThat(Files.readString(decision)).startsWith("# " + number(decision)))
                    .extracting(PagesTest::number)
                    .doesNotHaveDuplicates();
        }
    }

    private static String number(Path decision) {
        return decision.getFileName().toString().substring(0, 4).replace('-', ' ');
    }

    /** The last column of tables in which that column is headed "test". */
    private static List<String> testsOf(String page) {
        List<String> tests = new ArrayList<>();
        boolean named = false;
        for (String line : page.lines().toList()) {
            if (!line.startsWith("|")) {
                named = false;
            } else if (line.endsWith("| test |")) {
                named = true;
            } else if (named) {
                String last = line.substring(line.lastIndexOf('|', line.length() - 2));
                QUOTED.matcher(last).results().map(name -> name.group(1)).forEach(tests::add);
            }
        }
        return tests;
    }

    static List<Path> pages() throws IOException {
        return files(Pattern.compile(".*\\.md"));
    }

    /** All of the repository whose names are such, but for what a build or an editor has left there. */
    private static List<Path> files(Pattern name) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                String folder = directory.getFileName().toString();
                boolean ours = directory.equals(ROOT) || !(folder.startsWith(".") || folder.equals("target"));
                return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (name.matcher(file.getFileName().toString()).matches()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static List<String> between(String first, String last, String text) {
        Matcher region = Pattern.compile(Pattern.quote(first) + "\n(.*?)\n *" + Pattern.quote(last), Pattern.DOTALL)
                .matcher(text);
        assertThat(region.find()).as("%s … %s", first, last).isTrue();
        return region.group(1).lines().map(String::strip).toList();
    }
}
