package org.qibroker.catalog.index.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * What texts are split into, for an index. Splitting Chinese is dear, and subjects and parameters come again and again
 * in other services, so what was split lately is not split again. For one thread.
 */
final class Terms {
    private static final int MOST = 10_000;

    private final Map<String, Split> lately = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Split> eldest) {
            return size() > MOST;
        }
    };

    /**
     * A text taken apart.
     *
     * @param words words of a dictionary, English ones by their stems
     * @param pairs pairs of neighbouring characters
     */
    record Split(List<String> words, List<String> pairs) {}

    Split of(String text) {
        return lately.computeIfAbsent(text, t -> new Split(WordQuery.words(t), WordQuery.pairs(t)));
    }

    /** Gives terms that are known one by one. */
    static final class Stream extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final List<String> terms;
        private int next;

        Stream(List<String> terms) {
            this.terms = terms;
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (next == terms.size()) {
                return false;
            }
            term.append(terms.get(next++));
            return true;
        }

        @Override
        public void reset() {
            next = 0;
        }
    }
}
