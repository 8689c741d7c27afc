package io.accounts4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A reader follows "register a user" from the wire to the SQL through the five files ARCHITECTURE.md names. */
class OnePathTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern STEP =
            Pattern.compile("^\\d\\. \\[`\\w+`]\\((.+?/src/main/java/(.+?)\\.java)\\)", Pattern.MULTILINE);

    private final List<MatchResult> steps = STEP.matcher(page()).results().toList();
    private final House house = Reactor.house();

    @Test
    void hasFiveFiles() {
        assertThat(steps)
                .hasSize(5)
                .allSatisfy(step -> assertThat(ROOT.resolve(step.group(1))).isRegularFile());
    }

    @Test
    void eachCallsTheNext() {
        calls(0, "register", 1);
        calls(1, "register", 2);
        calls(2, "add", 3);
        assertThat(type(4).isAssignableTo(type(3).getName()))
                .as("%s fulfils %s", type(4).getSimpleName(), type(3).getSimpleName())
                .isTrue();
    }

    private void calls(int from, String method, int to) {
        assertThat(type(from).getMethodCallsFromSelf())
                .extracting(call -> call.getTargetOwner().getName() + "." + call.getName())
                .as("calls of %s", type(from).getSimpleName())
                .contains(type(to).getName() + "." + method);
    }

    private JavaClass type(int step) {
        return house.main().get(steps.get(step).group(2).replace('/', '.'));
    }

    private static String page() {
        try {
            return Files.readString(ROOT.resolve("ARCHITECTURE.md"));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read ARCHITECTURE.md", e);
        }
    }
}
