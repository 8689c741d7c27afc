package io.accounts4j.architecture;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages say is there: the code of the README, and what they link to. */
class PagesTest {

    private static final Path ROOT = Path.of("..");
    private static final Path COMPILED =
            ROOT.resolve("consumer-it/src/it/registers/src/test/java/com/example/RegistersTest.java");
    private static final Path RECIPE =
            ROOT.resolve("examples/recipes/src/main/java/io/accounts4j/examples/recipes/JobsWithoutAccounts.java");
    private static final Pattern FENCED = Pattern.compile("^ *```.*?^ *```$", Pattern.MULTILINE | Pattern.DOTALL);
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

    /** Every page of the repository, but for what a build or an editor has left there. */
    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                String name = directory.getFileName().toString();
                boolean ours = directory.equals(ROOT) || !(name.startsWith(".") || name.equals("target"));
                return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".md")) {
                    pages.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return pages;
    }

    private static List<String> between(String first, String last, String text) {
        Matcher region = Pattern.compile(Pattern.quote(first) + "\n(.*?)\n *" + Pattern.quote(last), Pattern.DOTALL)
                .matcher(text);
        assertThat(region.find()).as("%s … %s", first, last).isTrue();
        return region.group(1).lines().map(String::strip).toList();
    }
}
