package org.qibroker.catalog.index.follow;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.qibroker.catalog.ScopeReader;

/** Tells the code that understands texts from any other version of it, so that nothing older is taken for its work. */
final class ReadingCode {
    private static final List<String> ROOMS =
            List.of("org/qibroker/catalog/", "org/qibroker/measure/", "org/qibroker/standards/");

    private ReadingCode() {}

    static String fingerprint() throws IOException {
        Path place = place();
        Map<String, Long> classes = Files.isDirectory(place) ? inFolder(place) : inJar(place);
        CRC32 sum = new CRC32();
        classes.forEach((name, crc) -> sum.update((name + crc).getBytes(StandardCharsets.UTF_8)));
        return Long.toHexString(sum.getValue());
    }

    private static Path place() {
        try {
            return Path.of(ScopeReader.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("code comes from a folder or a file", e);
        }
    }

    private static Map<String, Long> inJar(Path jar) throws IOException {
        Map<String, Long> classes = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            file.stream()
                    .filter(entry -> ROOMS.stream().anyMatch(entry.getName()::startsWith))
                    .forEach((JarEntry entry) -> classes.put(entry.getName(), entry.getCrc()));
        }
        return classes;
    }

    private static Map<String, Long> inFolder(Path folder) throws IOException {
        Map<String, Long> classes = new TreeMap<>();
        for (String room : ROOMS) {
            try (Stream<Path> files = Files.walk(folder.resolve(room))) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    CRC32 sum = new CRC32();
                    sum.update(Files.readAllBytes(file));
                    classes.put(folder.relativize(file).toString(), sum.getValue());
                }
            }
        }
        return classes;
    }
}
