package io.accounts4j.examples.server;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may access, on file systems with owners. */
final class OwnerOnly {

    private static final String DIRECTORY = "rwx------";
    private static final String FILE = "rw-------";

    private OwnerOnly() {}

    /** Creates {@code directory} and its parents. An existing directory is not changed. */
    static void makeDirectory(Path directory) throws IOException {
        Files.createDirectories(directory.toAbsolutePath(), mode(directory, DIRECTORY));
    }

    /** Returns the permissions of a new file. */
    static FileAttribute<?>[] file(Path file) {
        return mode(file, FILE);
    }

    /** Creates {@code file} unless it exists, because H2 would create it readable by others. */
    static void makeFile(Path file) throws IOException {
        try {
            Files.createFile(file, file(file));
        } catch (FileAlreadyExistsException e) {
            // The file exists since an earlier start.
        }
    }

    /** Throws {@link StartupException} if others than the owner may use {@code directory}. */
    static void requireDirectory(Path directory) throws IOException {
        require(directory, DIRECTORY, "700", ", or name a directory that does not exist yet in DATABASE_URL");
    }

    /** Throws {@link StartupException} if {@code file} exists and others than the owner may use it. */
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
