package io.accounts4j.examples.server;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that are nobody's business but their owner's, where the file system knows owners. */
final class OwnerOnly {

    private static final String DIRECTORY = "rwx------";
    private static final String FILE = "rw-------";

    private OwnerOnly() {}

    /** Makes {@code directory} and what leads to it; one that is there already stays as it is. */
    static void makeDirectory(Path directory) throws IOException {
        Files.createDirectories(directory.toAbsolutePath(), mode(directory, DIRECTORY));
    }

    /** What a new file is made with. */
    static FileAttribute<?>[] file(Path file) {
        return mode(file, FILE);
    }

    /** Makes {@code file} unless it is there; H2 would make it readable by others. */
    static void makeFile(Path file) throws IOException {
        try {
            Files.createFile(file, file(file));
        } catch (FileAlreadyExistsException e) {
            // of an earlier start
        }
    }

    /** Refuses a directory that others than its owner may use, with a {@link StartupException}. */
    static void requireDirectory(Path directory) throws IOException {
        require(directory, DIRECTORY, "700", ", or name a directory that does not exist yet in DATABASE_URL");
    }

    /** Refuses a file that others than its owner may use, with a {@link StartupException}. A missing one is fine. */
    static void requireFile(Path file) throws IOException {
        require(file, FILE, "600", "");
    }

    private static void require(Path path, String permissions, String mode, String alternative) throws IOException {
        if (!knowsOwners(path) || Files.notExists(path)) {
            return;
        }
        String present = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        if (!present.endsWith("------")) {
            throw new StartupException(path + " must be accessible to its owner alone (" + permissions + "), got "
                    + present + "; run chmod " + mode + " " + path + alternative);
        }
    }

    private static boolean knowsOwners(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] mode(Path path, String permissions) {
        FileAttribute<?> mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
        return knowsOwners(path) ? new FileAttribute<?>[] {mode} : new FileAttribute<?>[0];
    }
}
