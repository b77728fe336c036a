package org.qibroker.catalog.index.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.qibroker.catalog.Terminology;

/**
 * What words are looked for. Each field is there twice: split into words of a dictionary (with English stems), and into
 * pairs of neighbouring characters for Chinese words that no dictionary has.
 */
final class WordQuery {
    static final String SUBJECT = "subject";
    static final String PARAMETER = "parameter";
    static final String OTHER = "other";
    static final String PAIRS = "-pairs";

    /** What a word for the same counts, compared with the word itself. */
    private static final float SYNONYM = 0.6f;

    private static final int LONGEST_PHRASE = 4;
    private static final Map<String, Float> FIELDS = Map.of(SUBJECT, 4f, PARAMETER, 2f, OTHER, 1f);
    private static final Analyzer WORDS = new SmartChineseAnalyzer();
    private static final Analyzer NEIGHBOURS = new CJKAnalyzer();

    private WordQuery() {}

    /** The words of a text, in its order. */
    static List<String> words(String text) {
        return terms(WORDS, text);
    }

    /** The pairs of neighbouring characters of a text, in its order. */
    static List<String> pairs(String text) {
        return terms(NEIGHBOURS, text);
    }

    /** One query a word, or a phrase that is recorded: what has it, or a word for the same, in whichever field. */
    static List<Query> queries(String text, Terminology terms) {
        List<String> tokens = List.of(text.strip().split("[\\s,，;；、]+"));
        List<Query> words = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            int length = phrase(tokens.subList(at, tokens.size()), terms);
            query(tokens.subList(at, at + length), terms).ifPresent(words::add);
            at += length;
        }
        return words;
    }

    /** How many tokens make the longest recorded phrase; 1 if none is. */
    private static int phrase(List<String> tokens, Terminology terms) {
        int length = Math.min(LONGEST_PHRASE, tokens.size());
        while (length > 1
                && terms.synonyms(String.join(" ", tokens.subList(0, length))).isEmpty()) {
            length--;
        }
        return length;
    }

    private static Optional<Query> query(List<String> tokens, Terminology terms) {
        List<Query> ways = new ArrayList<>();
        itself(tokens).ifPresent(ways::add);
        for (String synonym : terms.synonyms(String.join(" ", tokens))) {
            any(ways(synonym)).ifPresent(way -> ways.add(new BoostQuery(way, SYNONYM)));
        }
        return any(ways);
    }

    /** Each token may stand in a field of its own. */
    private static Optional<Query> itself(List<String> tokens) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        tokens.forEach(token -> any(ways(token)).ifPresent(way -> all.add(way, Occur.MUST)));
        BooleanQuery query = all.build();
        return switch (query.clauses().size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(query.clauses().get(0).getQuery());
            default -> Optional.of(query);
        };
    }

    private static Optional<Query> any(List<Query> ways) {
        return ways.isEmpty() ? Optional.empty() : Optional.of(new DisjunctionMaxQuery(ways, 0.1f));
    }

    private static List<Query> ways(String word) {
        List<String> terms = words(word);
        List<String> pairs = pairs(word);
        List<Query> ways = new ArrayList<>();
        FIELDS.forEach((field, boost) -> {
            add(ways, field, terms, boost);
            add(ways, field + PAIRS, pairs, boost * 0.8f);
        });
        return ways;
    }

    private static void add(List<Query> ways, String field, List<String> terms, float boost) {
        if (!terms.isEmpty()) {
            BooleanQuery.Builder all = new BooleanQuery.Builder();
            terms.forEach(term -> all.add(new TermQuery(new Term(field, term)), Occur.MUST));
            ways.add(new BoostQuery(all.build(), boost));
        }
    }

    private static List<String> terms(Analyzer analyzer, String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }
}
