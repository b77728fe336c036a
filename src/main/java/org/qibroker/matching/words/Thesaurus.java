package org.qibroker.matching.words;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Terminology;
import org.qibroker.shared.Family;

/**
 * Words for the same, and words for more, as {@code config/thesaurus.csv} records them. Subjects, parameters and what
 * prices are for have vocabularies of their own. Immutable.
 *
 * @param subjects what is served
 * @param parameters what is measured or assessed on it
 * @param labels what scopes write in place of a parameter where they only name the service once more; nothing is found
 *     or covered by them
 * @param priceUnits what a price is for one of
 * @param spelling what misspelt subjects mean
 * @param suggestions subjects for what is being typed
 */
public record Thesaurus(
        Vocabulary subjects,
        Vocabulary parameters,
        Vocabulary labels,
        Vocabulary priceUnits,
        Spelling spelling,
        Suggestions suggestions)
        implements Terminology {
    private static Thesaurus of(Vocabulary subjects, Vocabulary parameters, Vocabulary labels, Vocabulary priceUnits) {
        Spelling spelling = new Spelling(subjects);
        return new Thesaurus(subjects, parameters, labels, priceUnits, spelling, Suggestions.of(subjects, spelling));
    }

    /** A thesaurus without any word. */
    public static Thesaurus empty() {
        Vocabulary none = new Vocabulary(Map.of());
        return of(none, none, none, none);
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
     * Reads {@code scope,family,zh,en,synonyms,broader}: scope is {@code subject}, {@code parameter}, {@code label} or
     * {@code price-unit}; a subject has a family; synonyms and broader terms are parted by {@code ;}.
     *
     * @throws IllegalArgumentException naming the line, if a word has two meanings or is there twice, a broader term is
     *     unknown, or a term is broader than itself
     */
    public static Thesaurus load(Reader csv) {
        VocabularyReader subjects = new VocabularyReader();
        VocabularyReader parameters = new VocabularyReader();
        VocabularyReader labels = new VocabularyReader();
        VocabularyReader priceUnits = new VocabularyReader();
        for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(csv)) {
            switch (row.getField("scope")) {
                case "subject" -> subjects.take(row, family(row));
                case "parameter" -> parameters.take(row, null);
                case "label" -> labels.take(row, null);
                case "price-unit" -> priceUnits.take(row, null);
                default ->
                    throw VocabularyReader.wrong(
                            row.getStartingLineNumber(),
                            "scope is subject, parameter, label or price-unit, not " + row.getField("scope"));
            }
        }
        return of(subjects.done(), parameters.done(), labels.done(), priceUnits.done());
    }

    @Override
    public Collection<String> synonyms(String phrase) {
        return Stream.of(subjects, parameters)
                .flatMap(words -> words.find(phrase).stream())
                .flatMap(concept -> concept.words().stream())
                .toList();
    }

    @Override
    public @Nullable String english(Kind kind, String word) {
        Optional<Concept> found =
                switch (kind) {
                    case SUBJECT -> subjects.find(word);
                    case PARAMETER -> parameters.find(word).or(() -> labels.find(word));
                    case PRICE_UNIT -> priceUnits.find(word);
                    case ORGANISATION, SITE -> Optional.empty();
                };
        return found.map(Concept::en).orElse(null);
    }

    private static Family family(NamedCsvRecord row) {
        String name = row.getField("family");
        return Arrays.stream(Family.values())
                .filter(family -> family.name().equals(name))
                .findFirst()
                .orElseThrow(() -> VocabularyReader.wrong(
                        row.getStartingLineNumber(),
                        "family is one of " + Arrays.toString(Family.values()) + ", not " + name));
    }
}
