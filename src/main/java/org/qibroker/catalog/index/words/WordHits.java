package org.qibroker.catalog.index.words;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.index.Lines;
import org.qibroker.catalog.index.Parts;

/** How well each part of a line fits one word; 0 where it does not have it. */
final class WordHits {
    static final int SERVICE = 0;
    static final int METHODS = 1;
    static final int LIMITATION = 2;
    static final int PROVIDER = 3;
    static final String KEY = "key";

    private static final float OTHERS = 0.1f;

    private final float[][] scores = new float[PROVIDER + 1][];
    private float[] places = new float[0];

    private WordHits(Parts parts, Map<UUID, Integer> providers) {
        scores[SERVICE] = new float[parts.services().size()];
        scores[METHODS] = new float[parts.methods().size()];
        scores[LIMITATION] = new float[parts.limitations().size()];
        scores[PROVIDER] = new float[providers.size()];
    }

    static long key(int kind, int number) {
        return (long) kind << 32 | number;
    }

    static WordHits of(IndexSearcher searcher, Query word, Parts parts, Map<UUID, Integer> providers)
            throws IOException {
        WordHits hits = new WordHits(parts, providers);
        searcher.search(word, hits.new Collectors());
        hits.places = hits.places(parts, providers);
        return hits;
    }

    private float[] places(Parts parts, Map<UUID, Integer> providers) {
        float[] found = new float[parts.places().size()];
        float[] named = scores[PROVIDER];
        for (int place = 0; place < found.length; place++) {
            int provider = providers.getOrDefault(parts.places().get(place).providerId(), -1);
            found[place] = at(named, provider);
        }
        return found;
    }

    /** How well a line fits the word: its best part counts, the others a little. */
    float of(Lines lines, int row) {
        float service = at(scores[SERVICE], lines.service(row));
        float methods = at(scores[METHODS], lines.methods(row));
        float limitation = at(scores[LIMITATION], lines.limitation(row));
        float place = at(places, lines.place(row));
        float best = Math.max(Math.max(service, methods), Math.max(limitation, place));
        return best + OTHERS * (service + methods + limitation + place - best);
    }

    private static float at(float[] scores, int number) {
        return number < 0 || number >= scores.length ? 0 : scores[number];
    }

    /** Whether only services have the word, so that lines of other services need not be looked at. */
    boolean onlyServices() {
        return none(scores[METHODS]) && none(scores[LIMITATION]) && none(scores[PROVIDER]);
    }

    private static boolean none(float[] scores) {
        return Arrays.equals(scores, new float[scores.length]);
    }

    boolean hasService(int number) {
        return at(scores[SERVICE], number) > 0;
    }

    /** All collectors write to the same scores, one after the other. */
    private final class Collectors implements CollectorManager<Collector, Boolean> {
        @Override
        public Collector newCollector() {
            return new Collector();
        }

        @Override
        public Boolean reduce(Collection<Collector> done) {
            return true;
        }
    }

    private final class Collector extends SimpleCollector {
        private @Nullable NumericDocValues keys;
        private @Nullable Scorable scorer;

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            keys = context.reader().getNumericDocValues(KEY);
        }

        @Override
        public void setScorer(Scorable scorable) {
            scorer = scorable;
        }

        @Override
        public void collect(int doc) throws IOException {
            NumericDocValues values = Objects.requireNonNull(keys);
            if (values.advanceExact(doc)) {
                float[] kind = scores[(int) (values.longValue() >>> 32)];
                int number = (int) values.longValue();
                if (number < kind.length) {
                    kind[number] = Math.max(
                            kind[number], Objects.requireNonNull(scorer).score());
                }
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE;
        }
    }
}
