package io.accounts4j.architecture;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A host receives with each module what {@code runtime-dependencies.txt} lists, and no dependency of a test. The list found is
 * written to {@code target/runtime-dependencies.txt}; copy it over the other to accept it.
 */
class RuntimeDependenciesIT {

    private static final Pattern ARTIFACT = Pattern.compile("\\s+([\\w.-]+:[\\w.-]+):jar:(?!.*\\(optional\\)).*");

    @Test
    void areTheOnesWeAgreedOn() throws IOException {
        String found = Reactor.modules().stream()
                .sorted()
                .map(module -> module + "\n" + artifacts(Reactor.directory(module)))
                .collect(joining());
        Files.writeString(Path.of("target", "runtime-dependencies.txt"), found);

        assertThat(found).isEqualTo(Files.readString(Path.of("src", "test", "resources", "runtime-dependencies.txt")));
    }

    private static String artifacts(Path module) {
        Path list = module.resolve("target").resolve("runtime-dependencies");
        try {
            return Files.readAllLines(list).stream()
                    .map(ARTIFACT::matcher)
                    .filter(Matcher::matches)
                    .map(artifact -> "    " + artifact.group(1) + "\n")
                    .sorted()
                    .distinct()
                    .collect(joining());
        } catch (IOException e) {
            throw new IllegalStateException("the module is not packaged, run mvn verify: " + list, e);
        }
    }
}
