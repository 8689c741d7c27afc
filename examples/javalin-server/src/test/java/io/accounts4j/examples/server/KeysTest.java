package io.accounts4j.examples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void aPlaceThatCannotBeWrittenIsOneSentence() throws Exception {
        Path file = Files.createFile(directory.resolve("occupied")).resolve("secret_key_base");

        assertThatThrownBy(() -> KeyFile.readOrCreate(file))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("make its directory writable, or set SECRET_KEY_BASE");
    }
}
