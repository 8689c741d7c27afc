package io.accounts4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A numbered list of files in a section of ARCHITECTURE.md, each of which leads to the next. */
final class Walk {

    private static final Path ROOT = Path.of("..");
    private static final Pattern STEP =
            Pattern.compile("^\\d+\\. \\[`\\w+`]\\((.+?/src/main/java/(.+?)\\.java)\\)", Pattern.MULTILINE);

    private final List<MatchResult> steps;
    private final House house = Reactor.house();

    private Walk(List<MatchResult> steps) {
        this.steps = steps;
    }

    /** The list below {@code heading}. */
    static Walk under(String heading) {
        String page = page();
        int begin = page.indexOf("\n## " + heading);
        assertThat(begin).as("section %s of ARCHITECTURE.md", heading).isNotNegative();
        int end = page.indexOf("\n## ", begin + 1);
        return new Walk(STEP.matcher(page.substring(begin, end)).results().toList());
    }

    /** Asserts that it has so many files, and that each exists. */
    void hasFiles(int count) {
        assertThat(steps)
                .hasSize(count)
                .allSatisfy(step -> assertThat(ROOT.resolve(step.group(1))).isRegularFile());
    }

    /** Asserts that the file of step {@code from} calls or refers to {@code method} of step {@code to} or of a type that it fulfils. */
    void calls(int from, String method, int to) {
        JavaClass target = type(to);
        assertThat(typesOf(from).flatMap(type -> type.getAccessesFromSelf().stream()))
                .as("calls of %s by %s", target.getSimpleName(), type(from).getSimpleName())
                .anyMatch(call -> call.getName().equals(method)
                        && target.isAssignableTo(call.getTargetOwner().getName()));
    }

    /** Asserts that step {@code to} fulfils step {@code from}. */
    void fulfils(int from, int to) {
        assertThat(type(to).isAssignableTo(type(from).getName()))
                .as("%s fulfils %s", type(to).getSimpleName(), type(from).getSimpleName())
                .isTrue();
    }

    private Stream<JavaClass> typesOf(int step) {
        String name = type(step).getName();
        return house.main().stream()
                .filter(type -> type.getName().equals(name) || type.getName().startsWith(name + "$"));
    }

    private JavaClass type(int step) {
        return house.main().get(steps.get(step - 1).group(2).replace('/', '.'));
    }

    private static String page() {
        try {
            return Files.readString(ROOT.resolve("ARCHITECTURE.md"));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read ARCHITECTURE.md", e);
        }
    }
}
