package org.qibroker.catalog.index.words;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.util.BytesRef;
import org.qibroker.catalog.Provider;

/** The providers whose names are in an index of words, by number. One thread at a time adds. */
final class NamedProviders {
    private static final String FIELD = "provider";
    private static final char BETWEEN = '\n';

    private final ConcurrentHashMap<UUID, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<UUID, String> names = new ConcurrentHashMap<>();

    private NamedProviders() {}

    /** Those that an index has already. */
    static NamedProviders of(SearcherManager searchers) throws IOException {
        NamedProviders providers = new NamedProviders();
        IndexSearcher searcher = searchers.acquire();
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                providers.take(leaf);
            }
        } finally {
            searchers.release(searcher);
        }
        return providers;
    }

    private void take(LeafReaderContext leaf) throws IOException {
        BinaryDocValues named = leaf.reader().getBinaryDocValues(FIELD);
        NumericDocValues keys = leaf.reader().getNumericDocValues(WordHits.KEY);
        var live = leaf.reader().getLiveDocs();
        while (named != null && keys != null && named.nextDoc() != BinaryDocValues.NO_MORE_DOCS) {
            if ((live == null || live.get(named.docID())) && keys.advanceExact(named.docID())) {
                String text = named.binaryValue().utf8ToString();
                UUID id = UUID.fromString(text.substring(0, text.indexOf(BETWEEN)));
                numbers.put(id, (int) keys.longValue());
                names.put(id, text);
            }
        }
    }

    /** What an index keeps of a provider, to know it again. */
    static IndexableField field(Provider provider) {
        return new BinaryDocValuesField(FIELD, new BytesRef(text(provider)));
    }

    private static String text(Provider provider) {
        return provider.id().toString()
                + BETWEEN
                + provider.nameZh()
                + BETWEEN
                + Objects.requireNonNullElse(provider.nameEn(), "");
    }

    /** Whether a provider is not known by these names. */
    boolean differs(Provider provider) {
        return !text(provider).equals(names.get(provider.id()));
    }

    /** The number of a provider, known by these names from now on. */
    int add(Provider provider) {
        names.put(provider.id(), text(provider));
        Integer fresh = numbers.size();
        Integer known = numbers.putIfAbsent(provider.id(), fresh);
        return known == null ? fresh : known;
    }

    /** The numbers, by provider; they begin with 0. */
    Map<UUID, Integer> numbers() {
        return numbers;
    }
}
