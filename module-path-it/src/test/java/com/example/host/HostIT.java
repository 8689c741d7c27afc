package com.example.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Runs the packaged host in a JVM of its own, with nothing on the class path. */
class HostIT {

    @Test
    void runsOnTheModulePath() throws IOException, InterruptedException {
        String dependencies = Files.readString(Path.of(System.getProperty("module.path.file")))
                .strip();
        Path output = Path.of("target", "host.out");
        Process host = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        System.getProperty("host.jar") + File.pathSeparator + dependencies,
                        "--module",
                        "com.example.host/com.example.host.Host")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(host.waitFor(60, TimeUnit.SECONDS)).as("ended by itself").isTrue();
            assertThat(host.exitValue()).as(Files.readString(output)).isZero();
        } finally {
            host.destroyForcibly();
        }
    }
}
