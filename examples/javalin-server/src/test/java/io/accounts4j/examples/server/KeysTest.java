package io.accounts4j.examples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    @TempDir
    private Path directory;

    @Test
    void eachPurposeHasItsOwnKeyAndEachSecretItsOwnKeys() {
        Keys keys = Keys.derivedFrom(Secret.of("a".repeat(64)));

        assertThat(keys.forPurpose("cursor"))
                .hasSize(32)
                .isEqualTo(Keys.derivedFrom(Secret.of("a".repeat(64))).forPurpose("cursor"))
                .isNotEqualTo(keys.forPurpose("device"))
                .isNotEqualTo(Keys.derivedFrom(Secret.of("b".repeat(64))).forPurpose("cursor"));
        assertThat(keys).hasToString("Keys[redacted]");
    }

    @Test
    void aKeyFileIsMadeOnceAndReadableByItsOwnerAlone() throws Exception {
        Path file = directory.resolve("below/secret_key_base");

        String first = KeyFile.readOrCreate(file).reveal();

        assertThat(first).hasSizeGreaterThanOrEqualTo(64);
        assertThat(KeyFile.readOrCreate(file).reveal()).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", " ", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"})
    void aKeyFileThatHoldsNoKeyIsRefused(String content) throws Exception {
        Path file = directory.resolve("secret_key_base");
        KeyFile.readOrCreate(file);
        Files.writeString(file, content);

        assertThatThrownBy(() -> KeyFile.readOrCreate(file))
                .isInstanceOf(StartupException.class)
                .message()
                .startsWith("The key file " + file + " must hold 64 or more random characters")
                .contains("delete it", "or set SECRET_KEY_BASE");
        assertThat(file).hasContent(content);
    }

    @Test
    void aKeyFileThatOthersMayReadIsRefused() throws Exception {
        Path file = directory.resolve("secret_key_base");
        KeyFile.readOrCreate(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> KeyFile.readOrCreate(file))
                .isInstanceOf(StartupException.class)
                .hasMessage(file + " must be accessible to its owner alone (rw-------), got rw-r--r--; run chmod 600 "
                        + file);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsOneSentence() throws Exception {
        Path file = Files.createFile(directory.resolve("occupied")).resolve("secret_key_base");

        assertThatThrownBy(() -> KeyFile.readOrCreate(file))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("make its directory writable, or set SECRET_KEY_BASE");
    }
}
