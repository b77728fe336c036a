package org.qibroker.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The words of all scopes, Chinese and English, in memory. Thread-safe; a replaced scope is found at once. */
final class WordIndex {
    private static final String PROVIDER = "provider-id";
    private static final String LINE = "line-id";

    private final IndexWriter writer;
    private final SearcherManager searchers;

    WordIndex() {
        try {
            writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(WordQuery.analyzer()));
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the words of one provider's scope. */
    void replace(Provider provider, List<Capability> lines) {
        List<Document> documents = new ArrayList<>(lines.size());
        lines.forEach(line -> documents.add(document(provider, line)));
        try {
            writer.updateDocuments(new Term(PROVIDER, provider.id().toString()), documents);
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(Provider provider, Capability line) {
        Document document = new Document();
        document.add(new StringField(PROVIDER, provider.id().toString(), Field.Store.NO));
        document.add(new BinaryDocValuesField(LINE, bytes(line.id())));
        add(
                document,
                WordQuery.SUBJECT,
                line.service().subject(),
                line.service().subjectEn());
        add(document, WordQuery.PARAMETER, line.service().parameter());
        add(document, WordQuery.OTHER, provider.nameZh(), provider.nameEn(), line.limitation());
        line.methods().forEach(method -> add(document, WordQuery.OTHER, method.text()));
        return document;
    }

    private static void add(Document document, String field, @Nullable String... texts) {
        for (String text : texts) {
            if (text != null) {
                document.add(new TextField(field, text, Field.Store.NO));
                document.add(new TextField(field + WordQuery.PAIRS, text, Field.Store.NO));
            }
        }
    }

    private static BytesRef bytes(UUID id) {
        ByteBuffer buffer = ByteBuffer.allocate(16).putLong(id.getMostSignificantBits());
        return new BytesRef(buffer.putLong(id.getLeastSignificantBits()).array());
    }

    /** Ids of the lines that have all the words, or, where none has, of those that have some; best first. */
    List<UUID> find(String words) {
        return with(searcher -> {
            List<UUID> all = find(searcher, WordQuery.all(words));
            return all.isEmpty() ? find(searcher, WordQuery.some(words)) : all;
        });
    }

    private static List<UUID> find(IndexSearcher searcher, Query query) {
        try {
            int most = Math.max(1, searcher.getIndexReader().numDocs());
            List<UUID> ids = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query, most).scoreDocs) {
                ids.add(id(searcher, hit.doc));
            }
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UUID id(IndexSearcher searcher, int doc) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        BinaryDocValues values = leaf.reader().getBinaryDocValues(LINE);
        values.advance(doc - leaf.docBase);
        BytesRef bytes = values.binaryValue();
        ByteBuffer buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private <T> T with(Function<IndexSearcher, T> work) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return work.apply(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
