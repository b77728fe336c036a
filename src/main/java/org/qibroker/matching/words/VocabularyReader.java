package org.qibroker.matching.words;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Family;
import org.qibroker.shared.TextKey;

/** Takes the rows of one vocabulary, and refuses what contradicts itself, naming the line. */
final class VocabularyReader {
    private final Map<String, Concept> byKey = new LinkedHashMap<>();
    private final Map<Concept, Long> lines = new LinkedHashMap<>();

    /** Takes a row; {@code family} belongs to subjects only. */
    void take(NamedCsvRecord row, @Nullable Family family) {
        long line = row.getStartingLineNumber();
        Concept concept = new Concept(
                said(row, "zh"),
                said(row, "en"),
                several(row.getField("synonyms")),
                several(row.getField("broader")),
                family);
        Set<String> own = new HashSet<>();
        for (String word : concept.words()) {
            if (!own.add(TextKey.of(word))) {
                throw wrong(line, word + " is there twice");
            }
            Concept other = byKey.put(TextKey.of(word), concept);
            if (other != null) {
                throw wrong(line, word + " is a word of " + other.zh() + " already, line " + lines.get(other));
            }
        }
        lines.put(concept, line);
    }

    private static String said(NamedCsvRecord row, String column) {
        String word = row.getField(column).strip();
        if (TextKey.of(word).isEmpty()) {
            throw wrong(row.getStartingLineNumber(), column + " is missing");
        }
        return word;
    }

    private static List<String> several(String words) {
        return Arrays.stream(words.split(";"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static IllegalArgumentException wrong(long line, String what) {
        return new IllegalArgumentException("thesaurus, line " + line + ": " + what);
    }

    /** The vocabulary, once every broader term is known to be one, and none is broader than itself. */
    Vocabulary done() {
        lines.forEach(this::checkBroader);
        Set<Concept> climbing = new HashSet<>();
        Set<Concept> done = new HashSet<>();
        lines.keySet().forEach(concept -> climb(concept, climbing, done));
        Map<String, Concept> all = new LinkedHashMap<>(byKey);
        lines.keySet().forEach(concept -> concept.words().stream()
                .flatMap(word -> Variants.of(word).stream())
                .forEach(key -> all.putIfAbsent(key, concept)));
        return new Vocabulary(all);
    }

    private void checkBroader(Concept concept, long line) {
        for (String term : concept.broader()) {
            Concept broader = byKey.get(TextKey.of(term));
            if (broader == null || !broader.zh().equals(term)) {
                throw wrong(line, term + ", broader than " + concept.zh() + ", is not a term");
            }
        }
    }

    /** Climbs to everything broader; a concept that is met again on the way up stands above itself. */
    private void climb(Concept concept, Set<Concept> climbing, Set<Concept> done) {
        if (done.contains(concept)) {
            return;
        }
        if (!climbing.add(concept)) {
            throw wrong(lines.getOrDefault(concept, 0L), concept.zh() + " is broader than itself");
        }
        concept.broader().stream()
                .flatMap(term -> Optional.ofNullable(byKey.get(TextKey.of(term))).stream())
                .forEach(broader -> climb(broader, climbing, done));
        done.add(concept);
    }
}
