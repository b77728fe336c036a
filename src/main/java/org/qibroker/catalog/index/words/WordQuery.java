package org.qibroker.catalog.index.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What words are looked for. Each field is there twice: split into words of a dictionary (with English stems), and into
 * pairs of neighbouring characters for Chinese words that no dictionary has.
 */
final class WordQuery {
    static final String SUBJECT = "subject";
    static final String PARAMETER = "parameter";
    static final String OTHER = "other";
    static final String PAIRS = "-pairs";

    private static final Map<String, Float> FIELDS = Map.of(SUBJECT, 4f, PARAMETER, 2f, OTHER, 1f);
    private static final Analyzer WORDS = new SmartChineseAnalyzer();
    private static final Analyzer NEIGHBOURS = new CJKAnalyzer();

    private WordQuery() {}

    static Analyzer analyzer() {
        return new PerFieldAnalyzerWrapper(
                WORDS, Map.of(SUBJECT + PAIRS, NEIGHBOURS, PARAMETER + PAIRS, NEIGHBOURS, OTHER + PAIRS, NEIGHBOURS));
    }

    /** One query a word: what has the word in whichever field. */
    static List<Query> words(String text) {
        List<Query> words = new ArrayList<>();
        for (String word : text.strip().split("[\\s,，;；、]+")) {
            List<Query> ways = ways(word);
            if (!ways.isEmpty()) {
                words.add(new DisjunctionMaxQuery(ways, 0.1f));
            }
        }
        return words;
    }

    private static List<Query> ways(String word) {
        List<String> terms = terms(WORDS, word);
        List<String> pairs = terms(NEIGHBOURS, word);
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
