package org.qibroker.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.qibroker.platform.config.RefusedToStart;

/** The programs of PostgreSQL, unpacked once from the library of this platform. */
record PostgresBinaries(Path home) {
    /** The programs, unpacked below the folder if they are not there yet. */
    static PostgresBinaries unpackedIn(Path folder) throws IOException {
        URL archive = archive();
        Path home = folder.resolve("postgresql-" + fingerprint(archive));
        if (!Files.isDirectory(home)) {
            Path unfinished = Files.createTempDirectory(Files.createDirectories(folder), "unpacking");
            unpack(archive, unfinished);
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresBinaries(home);
    }

    /** The path of a program. */
    String program(String name) {
        String suffix = windows() ? ".exe" : "";
        return home.resolve("bin").resolve(name + suffix).toAbsolutePath().toString();
    }

    /** The major version, such as 18. */
    String majorVersion() throws IOException {
        try (Stream<String> lines = Files.lines(home.resolve("share/postgresql/postgres.bki"))) {
            return lines.findFirst().orElse("").replaceAll("\\D", "");
        }
    }

    static boolean windows() {
        return osName().contains("windows");
    }

    private static String osName() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    }

    private static URL archive() {
        String os = windows() ? "windows" : osName().contains("mac") ? "darwin" : "linux";
        String arch = List.of("aarch64", "arm64").contains(System.getProperty("os.arch", "")) ? "arm_64" : "x86_64";
        URL archive = PostgresBinaries.class.getResource("/postgres-" + os + "-" + arch + ".txz");
        if (archive == null) {
            throw new RefusedToStart("No PostgreSQL comes along for " + os + " on " + arch
                    + ": install one and set --database.url=postgresql://USER:PASSWORD@HOST:PORT/DATABASE");
        }
        return archive;
    }

    private static String fingerprint(URL archive) throws IOException {
        return archive.openConnection() instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : "unpacked";
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (InputStream packed = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, target.resolve(entry.getName()).normalize());
            }
        }
        if (!windows()) {
            Files.setPosixFilePermissions(target, Permissions.READABLE_FOLDER);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0 && !windows()) {
                Files.setPosixFilePermissions(target, Permissions.READABLE_FOLDER);
            }
        }
    }

    /** Deletes a folder with everything in it. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
