package io.accounts4j.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** The environment in each locale, read by a JVM of its own, because a JVM decodes its environment once. */
class SettingsEncodingTest {

    private static final String PASSWORD = "Größe der Dinge 1";

    @Test
    void aPasswordIsReadAsUtf8() throws Exception {
        assertThat(readIn("C.UTF-8")).isEqualTo(codePoints(PASSWORD));
    }

    @Test
    void aPasswordIsRefusedInALocaleThatCannotHoldIt() throws Exception {
        assertThat(readIn("C"))
                .startsWith("ADMIN_PASSWORD is malformed: it must be UTF-8")
                .contains("LC_ALL=C.UTF-8");
    }

    @Test
    @EnabledForJreRange(
            max = JRE.JAVA_18,
            disabledReason = "a later JVM decodes by the locale, whatever its options say")
    void aPasswordIsRefusedWhereItIsReadInAnotherCharacterSet() throws Exception {
        assertThat(readIn("C.UTF-8", "-Dfile.encoding=ISO-8859-1"))
                .startsWith("ADMIN_PASSWORD is malformed: it must be UTF-8");
    }

    /** The shell writes the bytes, because this JVM may not be able to. */
    private static String readIn(String locale, String... options) throws IOException, InterruptedException {
        String script = "ADMIN_PASSWORD=$(printf '" + octal(PASSWORD) + "') exec \"$@\"";
        List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh", java()));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ReadsPassword.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        ServerProcess.VARIABLES.forEach(builder.environment()::remove);
        builder.environment().put("LC_ALL", locale);
        builder.environment().put("ADMIN_EMAIL", "admin@example.org");
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(process.waitFor()).isZero();
        return out.strip();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String octal(String text) {
        StringBuilder octal = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            octal.append(String.format("\\%03o", b & 0xff));
        }
        return octal.toString();
    }

    private static String codePoints(String text) {
        return text.codePoints().mapToObj(Integer::toHexString).collect(Collectors.joining(" "));
    }

    /** Prints the code points of the administrator's password, or the sentence that refuses it. */
    static final class ReadsPassword {

        private ReadsPassword() {}

        public static void main(String[] arguments) {
            try {
                Settings settings = Settings.from(ProcessEnvironment.read());
                System.out.println(codePoints(settings.administrator()
                        .orElseThrow()
                        .password()
                        .orElseThrow()
                        .reveal()));
            } catch (StartupException e) {
                System.out.println(e.sentences());
            }
        }
    }
}
