package org.qibroker.catalog.index.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Method;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.Terminology;
import org.qibroker.catalog.index.Parts;
import org.qibroker.catalog.index.ScopeState;

/**
 * The words of all scopes, Chinese and English: of each distinct service, list of methods, limitation and name of a
 * provider once, however many lines have it. In memory, or in a folder of this node, where they are found again at the
 * next start. One thread at a time writes; any thread may ask.
 */
public final class WordIndex {
    private static final String PROVIDER = "provider-id";
    private static final int AT_ONCE = 20_000;
    /** Words are looked for one by one, so where in a text they stand need not be known. */
    private static final FieldType TERMS = new FieldType();

    static {
        TERMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        TERMS.freeze();
    }

    private final Terms terms = new Terms();
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Queue<Provider> renamed = new ConcurrentLinkedQueue<>();
    private final NamedProviders providers;
    private int services;
    private int methods;
    private int limitations;

    /** An empty index in memory. */
    public WordIndex() {
        this(new ByteBuffersDirectory(), IndexWriterConfig.OpenMode.CREATE, WordMark.NOTHING);
    }

    WordIndex(Directory directory, IndexWriterConfig.OpenMode mode, WordMark mark) {
        try {
            writer = new IndexWriter(directory, new IndexWriterConfig().setOpenMode(mode));
            searchers = new SearcherManager(writer, null);
            providers = NamedProviders.of(searchers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        services = mark.services();
        methods = mark.methods();
        limitations = mark.limitations();
    }

    /** Takes note of providers whose names may have changed. */
    public void renamed(Collection<Provider> changed) {
        changed.stream().filter(providers::differs).forEach(renamed::add);
    }

    /** How many texts of a state are not taken in yet. */
    public int behind(ScopeState state) {
        Parts parts = state.parts();
        return parts.services().size()
                + parts.methods().size()
                + parts.limitations().size()
                + renamed.size()
                - services
                - methods
                - limitations;
    }

    /** Takes in some of what is new in the dictionaries of a state, and the providers taken note of. */
    public synchronized void follow(ScopeState state) {
        Parts parts = state.parts();
        int most = services + methods + limitations + AT_ONCE;
        try {
            while (services < parts.services().size() && services + methods + limitations < most) {
                writer.addDocument(service(parts.services().get(services), services++));
            }
            while (methods < parts.methods().size() && services + methods + limitations < most) {
                writer.addDocument(methods(parts.methods().get(methods), methods++));
            }
            while (limitations < parts.limitations().size() && services + methods + limitations < most) {
                writer.addDocument(limitation(parts.limitations().get(limitations), limitations++));
            }
            for (Provider provider = renamed.poll(); provider != null; provider = renamed.poll()) {
                writer.updateDocument(new Term(PROVIDER, provider.id().toString()), provider(provider));
            }
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what was taken in, if there is a folder for it, to be found again by a number. */
    public synchronized void commit(int number) throws IOException {
        Map<String, String> mark = new WordMark(number, services, methods, limitations).entries();
        writer.setLiveCommitData(mark.entrySet());
        writer.commit();
    }

    /** Gives the folder back; what was not kept is lost. */
    public synchronized void close() {
        try {
            searchers.close();
            writer.rollback();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document service(Capability.Service service, int number) {
        Document document = document(WordHits.SERVICE, number);
        add(document, WordQuery.SUBJECT, service.subject(), service.subjectEn());
        add(document, WordQuery.PARAMETER, service.parameter());
        return document;
    }

    private Document methods(List<Method> methods, int number) {
        Document document = document(WordHits.METHODS, number);
        methods.forEach(method -> add(document, WordQuery.OTHER, method.text()));
        return document;
    }

    private Document limitation(String text, int number) {
        Document document = document(WordHits.LIMITATION, number);
        add(document, WordQuery.OTHER, text);
        return document;
    }

    private Document provider(Provider provider) {
        Document document = document(WordHits.PROVIDER, providers.add(provider));
        document.add(new StringField(PROVIDER, provider.id().toString(), Field.Store.NO));
        document.add(NamedProviders.field(provider));
        add(document, WordQuery.OTHER, provider.nameZh(), provider.nameEn());
        return document;
    }

    private static Document document(int kind, int number) {
        Document document = new Document();
        document.add(new NumericDocValuesField(WordHits.KEY, WordHits.key(kind, number)));
        return document;
    }

    private void add(Document document, String field, @Nullable String... texts) {
        for (String text : texts) {
            if (text != null) {
                Terms.Split split = terms.of(text);
                document.add(new Field(field, new Terms.Stream(split.words()), TERMS));
                document.add(new Field(field + WordQuery.PAIRS, new Terms.Stream(split.pairs()), TERMS));
            }
        }
    }

    /** Ids of the lines that have all the words, or, where none has, of those that have some; best first. */
    public List<UUID> find(String text, Terminology terms, ScopeState state) {
        List<Query> words = WordQuery.queries(text, terms);
        List<WordHits> hits = new ArrayList<>();
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                for (Query word : words) {
                    hits.add(WordHits.of(searcher, word, state.parts(), providers.numbers()));
                }
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WordSearch(hits, state).best();
    }
}
