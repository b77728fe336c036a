package org.qibroker.catalog.index.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.qibroker.catalog.index.Lines;
import org.qibroker.catalog.index.ScopeState;
import org.qibroker.catalog.index.SubjectLines;

/** Looks for lines by the words that were found in their parts. */
final class WordSearch {
    private final List<WordHits> words;
    private final ScopeState state;
    private final List<Found> all = new ArrayList<>();
    private final List<Found> some = new ArrayList<>();

    WordSearch(List<WordHits> words, ScopeState state) {
        this.words = words;
        this.state = state;
    }

    private record Found(UUID id, float score) {}

    /** Lines with all the words, or else those with some; best first, equals by id. */
    List<UUID> best() {
        if (words.isEmpty()) {
            return List.of();
        }
        boolean[] services = services();
        state.subjects().forEach(subject -> look(subject, services));
        List<Found> found = all.isEmpty() ? some : all;
        found.sort(Comparator.comparingDouble((Found line) -> -line.score).thenComparing(Found::id));
        LinkedHashSet<UUID> ids = new LinkedHashSet<>();
        found.forEach(line -> ids.add(line.id));
        return List.copyOf(ids);
    }

    /** The services that can have any of the words; absent numbers of other parts decide for all. */
    private boolean[] services() {
        boolean[] services = new boolean[state.parts().services().size()];
        boolean elsewhere = !words.stream().allMatch(WordHits::onlyServices);
        for (int number = 0; number < services.length; number++) {
            int service = number;
            services[number] = elsewhere || words.stream().anyMatch(word -> word.hasService(service));
        }
        return services;
    }

    private void look(SubjectLines subject, boolean[] services) {
        for (int i = 0; i < subject.parts(); i++) {
            Lines lines = subject.part(i);
            for (int row = 0; row < lines.size(); row++) {
                if (services[lines.service(row)]) {
                    look(lines, row);
                }
            }
        }
    }

    private void look(Lines lines, int row) {
        float total = 0;
        int had = 0;
        for (WordHits word : words) {
            float score = word.of(lines, row);
            total += score;
            had += score > 0 ? 1 : 0;
        }
        if (had == words.size()) {
            all.add(new Found(lines.id(row), total));
        } else if (had > 0 && all.isEmpty()) {
            some.add(new Found(lines.id(row), total));
        }
    }
}
