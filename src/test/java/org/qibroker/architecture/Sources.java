package org.qibroker.architecture;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of the main tree, read as text. */
final class Sources {
    static final Path JAVA = Path.of("src/main/java");
    static final Path TEMPLATES = Path.of("src/main/jte");
    static final Path TEXTS = Path.of("src/main/resources/i18n");

    private Sources() {}

    /** Files below a folder whose name ends so, with their text, by path. */
    static Map<Path, String> ending(Path folder, String end) {
        return files(folder, path -> path.toString().endsWith(end)).stream()
                .collect(Collectors.toMap(path -> path, Sources::text, (a, b) -> a, TreeMap::new));
    }

    /** Files below a folder. */
    static List<Path> files(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(wanted).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The texts of one language, of all rooms. */
    static Properties texts(String language) {
        Properties all = new Properties();
        files(TEXTS, path -> path.toString().endsWith("_" + language + ".properties"))
                .forEach(path -> all.putAll(properties(path)));
        return all;
    }

    /** The texts of one file. */
    static Properties properties(Path path) {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
