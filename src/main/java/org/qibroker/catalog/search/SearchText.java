package org.qibroker.catalog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.RangeParser;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.standards.Designations;

/**
 * Takes a line of text apart, such as {@code 卡尺 0-300mm U≤0.02mm CNAS}: ranges, uncertainties, designations and marks
 * become filters where none was given, the rest stays words.
 */
final class SearchText {
    private static final int LONGEST_PHRASE = 6;
    private static final Pattern LIMIT =
            Pattern.compile("(?iu)(?:U(?:rel)?|不确定度)\\s*(?:≤|<=|＜=|<|＜|=)\\s*(\\d+(?:\\.\\d+)?)\\s*(\\S+)");

    private final UnitRegistry units;
    private final RangeParser ranges;

    SearchText(UnitRegistry units) {
        this.units = units;
        this.ranges = new RangeParser(units);
    }

    /**
     * The request with what its words say.
     *
     * @param marks marks that somebody holds
     */
    SearchRequest understand(SearchRequest request, Set<String> marks) {
        if (request.words() == null) {
            return request;
        }
        SearchRequest understood = request.withWords(null);
        List<String> tokens = List.of(request.words().strip().split("\\s+"));
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            int taken = 0;
            for (int length = Math.min(LONGEST_PHRASE, tokens.size() - at); length > 0 && taken == 0; length--) {
                String phrase = String.join(" ", tokens.subList(at, at + length));
                Optional<SearchRequest> with = filter(understood, phrase, marks);
                if (with.isPresent()) {
                    understood = with.get();
                    taken = length;
                }
            }
            if (taken == 0) {
                words.add(tokens.get(at));
                taken = 1;
            }
            at += taken;
        }
        return understood.withWords(words.isEmpty() ? null : String.join(" ", words));
    }

    private Optional<SearchRequest> filter(SearchRequest request, String phrase, Set<String> marks) {
        return limit(request, phrase)
                .or(() -> mark(request, phrase, marks))
                .or(() -> method(request, phrase))
                .or(() -> span(request, phrase));
    }

    private Optional<SearchRequest> limit(SearchRequest request, String phrase) {
        Matcher limit = LIMIT.matcher(phrase);
        if (request.measured().limit() != null || !limit.matches()) {
            return Optional.empty();
        }
        List<Unit> known = units.all(limit.group(2));
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(request.withLimit(new SearchRequest.Limit(Double.parseDouble(limit.group(1)), known)));
    }

    private static Optional<SearchRequest> mark(SearchRequest request, String phrase, Set<String> marks) {
        return !request.chosen().containsKey(Facet.MARK) && marks.stream().anyMatch(phrase::equalsIgnoreCase)
                ? Optional.of(request.with(Facet.MARK, phrase))
                : Optional.empty();
    }

    private static Optional<SearchRequest> method(SearchRequest request, String phrase) {
        return request.method() == null && Designations.parse(phrase).isPresent()
                ? Optional.of(request.withMethod(phrase))
                : Optional.empty();
    }

    private Optional<SearchRequest> span(SearchRequest request, String phrase) {
        QuantityKind kind = units.kind(request.value(Facet.QUANTITY)).orElse(null);
        return request.measured().span() != null
                ? Optional.empty()
                : ranges.parse(phrase, kind).map(range -> request.withSpan(span(range)));
    }

    private SearchRequest.Span span(QuantityRange range) {
        Interval interval = range.interval();
        Double min = interval.lower() == null ? null : interval.lower().value();
        Double max = interval.upper() == null ? null : interval.upper().value();
        return new SearchRequest.Span(min, max, units.all(range.unit().symbol()));
    }
}
