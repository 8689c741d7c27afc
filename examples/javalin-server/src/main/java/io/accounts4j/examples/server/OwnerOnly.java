package io.accounts4j.examples.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that are nobody's business but their owner's, where the file system knows owners. */
final class OwnerOnly {

    private OwnerOnly() {}

    /** Makes {@code directory} and what leads to it; one that is there already stays as it is. */
    static void makeDirectory(Path directory) throws IOException {
        Files.createDirectories(directory.toAbsolutePath(), mode(directory, "rwx------"));
    }

    /** What a new file is made with. */
    static FileAttribute<?>[] file(Path file) {
        return mode(file, "rw-------");
    }

    private static FileAttribute<?>[] mode(Path path, String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?> mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
        return posix ? new FileAttribute<?>[] {mode} : new FileAttribute<?>[0];
    }
}
