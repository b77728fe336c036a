package org.qibroker.matching;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.TextKey;

/**
 * Words for the same, and words for more, as {@code config/thesaurus.csv} records them. Subjects and parameters have
 * vocabularies of their own.
 */
public final class Thesaurus {
    private final Map<String, Concept> subjects;
    private final Map<String, Concept> parameters;

    private Thesaurus(Map<String, Concept> subjects, Map<String, Concept> parameters) {
        this.subjects = subjects;
        this.parameters = parameters;
    }

    /** How the word asked is covered by a word offered. */
    enum Relation {
        /** The same word, in Chinese or English. */
        EQUAL,
        /** Another word for the same. */
        SYNONYM,
        /** A word for more than was asked. */
        BROADER
    }

    private record Concept(String term, List<String> words, List<String> broader) {}

    /** A thesaurus without any word. */
    public static Thesaurus empty() {
        return new Thesaurus(Map.of(), Map.of());
    }

    /** The thesaurus the product comes with. */
    public static Thesaurus standard() {
        try (InputStream in = Objects.requireNonNull(
                        Thesaurus.class.getResourceAsStream("/config/thesaurus.csv"), "config/thesaurus.csv");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Reads {@code scope,term,synonyms,broader}: scope is {@code subject} or {@code parameter}; synonyms and broader
     * terms are parted by {@code ;}.
     *
     * @throws IllegalArgumentException naming the line, if a word has two meanings or a broader term is unknown
     */
    public static Thesaurus load(Reader csv) {
        Map<String, Concept> subjects = new HashMap<>();
        Map<String, Concept> parameters = new HashMap<>();
        for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(csv)) {
            switch (row.getField("scope")) {
                case "subject" -> enter(subjects, row);
                case "parameter" -> enter(parameters, row);
                default -> throw wrong(row, "unknown scope " + row.getField("scope"));
            }
        }
        check(subjects);
        check(parameters);
        return new Thesaurus(subjects, parameters);
    }

    private static void enter(Map<String, Concept> vocabulary, NamedCsvRecord row) {
        List<String> words = new ArrayList<>(List.of(row.getField("term")));
        words.addAll(split(row.getField("synonyms")));
        Concept concept = new Concept(row.getField("term"), words, split(row.getField("broader")));
        for (String word : words) {
            Concept other = vocabulary.put(TextKey.of(word), concept);
            if (other != null && !other.equals(concept)) {
                throw wrong(row, word + " is a word of " + other.term + " already");
            }
        }
    }

    private static IllegalArgumentException wrong(NamedCsvRecord row, String what) {
        return new IllegalArgumentException("thesaurus, line " + row.getStartingLineNumber() + ": " + what);
    }

    private static List<String> split(String words) {
        return Arrays.stream(words.split(";"))
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .toList();
    }

    private static void check(Map<String, Concept> vocabulary) {
        for (Concept concept : vocabulary.values()) {
            for (String broader : concept.broader) {
                if (!vocabulary.containsKey(TextKey.of(broader))) {
                    throw new IllegalArgumentException(
                            "thesaurus: " + broader + ", broader than " + concept.term + ", is not a term");
                }
            }
        }
    }

    /** The keys that cover a subject, the closest relation of each. */
    Map<String, Relation> subject(String asked) {
        return coverings(subjects, asked);
    }

    /** The keys that cover a parameter, the closest relation of each. */
    Map<String, Relation> parameter(String asked) {
        return coverings(parameters, asked);
    }

    /** All words for subjects, for the understanding of sentences. */
    Set<String> subjectKeys() {
        return subjects.keySet();
    }

    /** All words for parameters. */
    Set<String> parameterKeys() {
        return parameters.keySet();
    }

    private static Map<String, Relation> coverings(Map<String, Concept> vocabulary, String asked) {
        Map<String, Relation> keys = new LinkedHashMap<>();
        String key = TextKey.of(asked);
        keys.put(key, Relation.EQUAL);
        Concept concept = vocabulary.get(key);
        if (concept != null) {
            concept.words.forEach(word -> keys.putIfAbsent(TextKey.of(word), Relation.SYNONYM));
            widen(vocabulary, concept, keys);
        }
        return keys;
    }

    private static void widen(Map<String, Concept> vocabulary, Concept concept, Map<String, Relation> keys) {
        for (String term : concept.broader) {
            @Nullable Concept broader = vocabulary.get(TextKey.of(term));
            if (broader != null && !keys.containsKey(TextKey.of(broader.term))) {
                broader.words.forEach(word -> keys.putIfAbsent(TextKey.of(word), Relation.BROADER));
                widen(vocabulary, broader, keys);
            }
        }
    }
}
