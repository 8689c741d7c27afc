package io.accounts4j.examples.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** The file with the generated secret of a developer's server, so that cursors and cookies outlive a restart. */
final class KeyFile {

    private KeyFile() {}

    /** Returns the secret in {@code file}, generated at the first start; servers that start at once get the same. */
    static synchronized Secret readOrCreate(Path file) {
        try {
            OwnerOnly.makeDirectory(file.toAbsolutePath().resolveSibling(""));
            OwnerOnly.requireFile(file);
            try (FileChannel channel = open(file)) {
                channel.lock();
                if (channel.size() == 0) {
                    channel.write(ByteBuffer.wrap(RandomText.keyBase().getBytes(StandardCharsets.UTF_8)));
                    channel.position(0);
                }
                byte[] content = Channels.newInputStream(channel).readAllBytes();
                return checked(file, new String(content, StandardCharsets.UTF_8).strip());
            }
        } catch (IOException e) {
            throw new StartupException("The key file " + file + " cannot be read or written (" + e.getMessage()
                    + "): make its directory writable, or set SECRET_KEY_BASE.");
        }
    }

    private static Secret checked(Path file, String content) {
        KeyBaseRule.problem(content).ifPresent(problem -> {
            throw new StartupException("The key file " + file + " must hold 64 or more random characters, but "
                    + problem + ": delete it (what was signed with it becomes invalid), or set SECRET_KEY_BASE.");
        });
        return Secret.of(content);
    }

    private static FileChannel open(Path file) throws IOException {
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return FileChannel.open(file, options, OwnerOnly.file(file));
    }
}
