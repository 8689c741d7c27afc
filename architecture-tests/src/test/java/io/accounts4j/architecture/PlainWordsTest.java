package io.accounts4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds comments to plain English: a sentence of Javadoc names its subject instead of beginning with a pronoun, and a few words
 * that a reader may not know are left out, on pages too. A module is in the list once all its comments pass.
 */
class PlainWordsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?<![:\"'])//[^\\n]*", Pattern.DOTALL);

    /** The pronoun as first word of a comment, of a tag's text, of a paragraph or of a later sentence. */
    private static final Pattern PRONOUN = Pattern.compile(
            "(?:^|(?:@param \\S+|@return|@throws \\S+|<p>|<li>|[.!?]) )(what|who|whoever|whether|where)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LEFT_OUT = Pattern.compile(
            "\\b(mend(s|ed|ing)?|heed(s|ed|ing)?|lest|thereby|hence)\\b|at no cost|for the sake of|unless told otherwise",
            Pattern.CASE_INSENSITIVE);

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "accounts-core",
                "accounts-eventbus-postgres",
                "accounts-http",
                "accounts-http-javalin",
                "accounts-http-servlet",
                "accounts-jdbc",
                "accounts-jdbi",
                "accounts-jobs",
                "accounts-mail-smtp",
                "accounts-micrometer",
                "accounts-schema",
                "accounts-testkit",
                "benchmarks",
                "examples/javalin-server",
                "examples/recipes",
                "integration-tests",
                "test-databases"
            })
    void commentsAreInPlainWords(String module) throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> files = sources(module);
        for (Path file : files) {
            String source = Files.readString(file);
            faults(source).forEach(fault -> found.add(file.getFileName() + ": " + fault));
        }

        assertThat(files).isNotEmpty();
        assertThat(found).isEmpty();
    }

    @Test
    void pagesLeaveTheWordsOut() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path page : pages()) {
            String text = Files.readString(page);
            LEFT_OUT.matcher(text)
                    .results()
                    .forEach(match -> found.add(page.getFileName() + ": " + around(text, match)));
        }

        assertThat(found).isEmpty();
    }

    @Test
    void findsEveryKindOfFault() {
        assertThat(faults("/** What it is. */")).hasSize(1);
        assertThat(faults("/** A thing. Whether it\n * works. */")).hasSize(1);
        assertThat(faults("/**\n * A thing.\n *\n * @param name who asks\n * @return where it is\n */"))
                .hasSize(2);
        assertThat(faults("/**\n * A thing.\n *\n * <p>Whoever asks.\n */")).hasSize(1);
        assertThat(faults("int a; // Mends it.")).hasSize(1);
        assertThat(faults("String url = \"http://hence\"; /** Returns what is asked, that is, where it is. */"))
                .isEmpty();
    }

    private static List<String> faults(String source) {
        List<String> faults = new ArrayList<>();
        JAVADOC.matcher(source)
                .results()
                .map(match -> plain(match.group(1)))
                .forEach(text -> PRONOUN.matcher(text)
                        .results()
                        .map(match -> around(text, match))
                        .forEach(faults::add));
        COMMENT.matcher(source)
                .results()
                .map(match -> plain(match.group()))
                .forEach(text -> LEFT_OUT.matcher(text)
                        .results()
                        .map(match -> around(text, match))
                        .forEach(faults::add));
        return faults;
    }

    /** The text on one line, without the asterisks of its margin. */
    private static String plain(String comment) {
        return comment.replaceAll("\\n\\s*\\*", " ")
                .replaceAll("<p>\\s*", "<p> ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String around(String text, MatchResult match) {
        return "…" + text.substring(match.start(), Math.min(text.length(), match.end() + 40));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> sources(String module) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
