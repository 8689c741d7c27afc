package io.accounts4j.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.http.wire.ProblemType;
import io.accounts4j.kernel.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pages say what the code does. */
class DocsTest {

    private static final Pattern TYPE_ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (\\d{3}) \\| ");
    private static final Pattern CODE_ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| (\\D.*?) \\| ");
    private static final Pattern STATUS_ROW =
            Pattern.compile("(?m)^\\| `([a-z_]+)` \\| \\D.*? \\| (\\d{3}) \\| `([a-z-]+)` \\|");
    private static final Pattern ROUTE_ROW = Pattern.compile("(?m)^\\| `([A-Z]+)` \\| `([^`]+)` \\| ([a-z ]+) \\| ");
    private static final Path EXAMPLE = Path.of("src/test/java/io/accounts4j/http/javalin/ShopExample.java");

    @Test
    void everyTypeOfProblemIsOnItsPageAndNoOther() throws IOException {
        assertThat(rows("problems.md", TYPE_ROW))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemType.values())
                        .map(type -> type.code() + " " + type.status())
                        .toList());
    }

    @Test
    void everyCodeOfAFieldProblemIsOnItsPageWithItsMessage() throws IOException {
        Properties messages = new Properties();
        try (InputStream file = DocsTest.class.getResourceAsStream("/META-INF/accounts4j/problems.properties")) {
            messages.load(file);
        }
        assertThat(rows("problems.md", CODE_ROW))
                .containsExactlyInAnyOrderElementsOf(messages.stringPropertyNames().stream()
                        .map(code -> code + " " + messages.getProperty(code))
                        .toList());
        assertThat(messages.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        ProblemCode.all().stream().map(ProblemCode::value).toList());
    }

    @Test
    void everyCodeThatIsNoFieldProblemIsOnItsPageWithItsStatus() throws IOException {
        assertThat(rows("problems.md", STATUS_ROW))
                .containsExactlyInAnyOrderElementsOf(ProblemCode.all().stream()
                        .filter(code -> code.kind() != ProblemCode.Kind.INVALID)
                        .map(code -> code + " " + code.kind().status() + " "
                                + ProblemType.of(code).code())
                        .toList());
    }

    @Test
    void aTypeHasTheStatusOfTheCode() {
        assertThat(ProblemCode.all())
                .allSatisfy(code -> assertThat(ProblemType.of(code).status())
                        .isEqualTo(code.kind().status()));
    }

    @Test
    void everyRouteIsInTheTableWithWhoMayCallIt() throws IOException {
        assertThat(rows("http.md", ROUTE_ROW))
                .containsExactlyInAnyOrderElementsOf(TestServer.routes().stream()
                        .map(operation -> operation.method().name() + " " + operation.path("/api") + " "
                                + operation
                                        .access()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' '))
                        .toList());
    }

    @Test
    void theExampleOnThePageIsOneThatCompiles() throws IOException {
        String source = Files.readString(EXAMPLE);
        String example = source.substring(source.indexOf("// begin") + 8, source.indexOf("// end"))
                .stripIndent();

        assertThat(page("http.md").replaceAll("\\s+", " "))
                .contains(example.strip().replaceAll("\\s+", " "));
    }

    private static TreeSet<String> rows(String page, Pattern row) throws IOException {
        return row.matcher(page(page)).results().map(DocsTest::groups).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String groups(MatchResult row) {
        StringBuilder all = new StringBuilder(row.group(1));
        for (int i = 2; i <= row.groupCount(); i++) {
            all.append(' ').append(row.group(i));
        }
        return all.toString();
    }

    private static String page(String name) throws IOException {
        return Files.readString(Path.of("../docs").resolve(name));
    }
}
