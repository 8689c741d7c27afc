package io.accounts4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mount translates between a web server and the façade, and is too small to decide anything. */
class MountSizeTest {

    private static final int MAX_LINES = 300;
    private static final Pattern COMMENT =
            Pattern.compile("/\\*.*?\\*/|^\\s*//[^\n]*$", Pattern.DOTALL | Pattern.MULTILINE);

    @ParameterizedTest
    @ValueSource(strings = {House.HTTP_SERVLET, House.HTTP_JAVALIN})
    void hasAtMost300LinesOfMainCode(String module) throws IOException {
        try (Stream<Path> files = Files.walk(Reactor.directory(module).resolve("src/main/java"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();

            assertThat(sources).isNotEmpty();
            assertThat(sources.stream()
                            .mapToLong(source -> linesOfCode(read(source)))
                            .sum())
                    .as("lines of %s without blank lines, comments and imports", module)
                    .isLessThanOrEqualTo(MAX_LINES);
        }
    }

    @Test
    void countsNeitherBlankLinesNorCommentsNorImports() {
        assertThat(linesOfCode("""
                package a;

                import b.C;

                /** Of
                 * three lines
                 */
                // one more
                class D {} // counted
                """)).isEqualTo(2);
    }

    private static long linesOfCode(String source) {
        return COMMENT.matcher(source)
                .replaceAll("")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("import "))
                .count();
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new IllegalStateException(source.toString(), e);
        }
    }
}
