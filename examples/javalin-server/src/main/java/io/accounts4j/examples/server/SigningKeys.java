package io.accounts4j.examples.server;

import io.accounts4j.http.AccountsConfig;
import java.nio.file.Path;
import java.util.Optional;

/** The keys that sign cursors: from {@code SECRET_KEY_BASE}, or in {@code dev} from a key file. */
final class SigningKeys {

    private static final String CURSORS = "accounts cursors";
    private static final String FILE_NAME = "secret_key_base";

    private SigningKeys() {}

    static void apply(Settings settings, AccountsConfig config) {
        byte[] current = key(settings.keyBase().map(Settings.KeyBase::current).orElseGet(() -> fromFile(settings)));
        Optional<byte[]> old = settings.keyBase().flatMap(Settings.KeyBase::old).map(SigningKeys::key);
        old.ifPresentOrElse(previous -> config.signingKey(current, previous), () -> config.signingKey(current));
    }

    private static byte[] key(Secret base) {
        return Keys.derivedFrom(base).forPurpose(CURSORS);
    }

    private static Secret fromFile(Settings settings) {
        Path directory = settings.database().url().directory().orElse(Path.of("data"));
        return KeyFile.readOrCreate(directory.resolve(FILE_NAME));
    }
}
