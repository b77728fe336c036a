package org.qibroker.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.RangeAsked;
import org.qibroker.demand.ToleranceAsked;
import org.qibroker.demand.ValueAsked;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.RangeParser;
import org.qibroker.measure.UnitRegistry;
import org.qibroker.shared.Family;
import org.qibroker.shared.TextKey;
import org.qibroker.standards.Designations;

/** Reads one item out of a sentence. */
final class ItemReader {
    private static final int MOST_PIECES = 100_000;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final String NUMBER = "([-+]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)";
    private static final String UNIT = "([%‰°℃Ωμµ\\p{IsLatin}]['\\p{IsLatin}%°·/²³μΩ]*)";
    private static final String K = "(?:\\s*[(,，]?\\s*k\\s*=\\s*(\\d+(?:\\.\\d+)?)\\s*\\)?)?";
    private static final Pattern UNCERTAINTY = Pattern.compile(
            "(扩展不确定度|不确定度|(?<![\\p{IsLatin}])u(?:rel|r)?|(?:expanded\\s+)?uncertainty)" + K
                    + "\\s*(?:≤|<=|<|=|:|不大于|不超过|优于|小于|better than|of|below|at most|within)?\\s*±?" + NUMBER + "\\s*"
                    + UNIT
                    + K,
            FLAGS);
    private static final Pattern TOLERANCE = Pattern.compile(
            "(?:mpe|最大允许误差|允许误差|允差|公差|tolerance)\\s*(?:为|of|=|:|≤)?\\s*±?\\s*" + NUMBER + "\\s*" + UNIT, FLAGS);
    private static final Pattern METHOD = Pattern.compile(
            "(?<![\\p{IsLatin}])(?:GB|GJB|JJG|JJF|ISO|IEC|DB\\d{2}|ASTM|EN|DIN|JIS|YY|QC|JB|HG|HJ|JG|JGJ|SJ|YB|NY|SN|T/[A-Z]+)"
                    + "(?:/[A-Z]{1,4})?\\s*[A-Z]?\\d+(?:\\.\\d+)*(?:-\\d{1,2}(?!\\d))*(?:\\s*[-—–:]\\s*\\d{4})?");
    private static final Pattern MARK =
            Pattern.compile("(?<![\\p{IsLatin}])(CNAS|CMA|CAL|CQC|ILAC|A2LA|UKAS|DAKKS)(?![\\p{IsLatin}])", FLAGS);
    private static final Pattern PIECES = Pattern.compile(
            "(?<![\\d.])(\\d{1,6})\\s*(?:把|件|台|只|支|个|套|块|根|条|组|份|张|枚|批|pieces|piece|pcs|pc|units|sets)(?![\\p{IsLatin}月])",
            FLAGS);
    private static final Pattern TIMES = Pattern.compile("(?<![\\d.\\p{IsLatin}])[x×*]\\s*(\\d{1,6})(?![\\d.])", FLAGS);
    private static final Pattern ON_SITE = Pattern.compile("上门|到厂|现场服务|现场校准|现场检测|现场|on[- ]?site", FLAGS);
    private static final Pattern RANGE = Pattern.compile(
            "(?:测量范围|量程|范围|range)?\\s*" + NUMBER + "\\s*" + UNIT + "?\\s*(?:-|~|–|—|～|至|到|to)\\s*" + NUMBER + "\\s*"
                    + UNIT,
            FLAGS);
    private static final Pattern ONE_END = Pattern.compile("(?:≤|≥|up to|最大)\\s*" + NUMBER + "\\s*" + UNIT, FLAGS);

    private final UnitRegistry units;
    private final RangeParser ranges;
    private final Vocabulary vocabulary;
    private final Words words;

    ItemReader(UnitRegistry units, Vocabulary vocabulary, Words words) {
        this.units = units;
        this.ranges = new RangeParser(units);
        this.vocabulary = vocabulary;
        this.words = words;
    }

    /** The item; empty if the words name nothing that could be served. */
    Optional<ItemSpec> read() {
        Optional<String> known = words.takeTerm(vocabulary.subjectKeys());
        Optional<MatchResult> uncertainty =
                words.take(UNCERTAINTY, m -> unit(m.group(4)).isPresent());
        Optional<MatchResult> tolerance =
                words.take(TOLERANCE, m -> unit(m.group(2)).isPresent());
        List<String> methods =
                words.takeAll(METHOD, m -> Designations.parse(m.group()).isPresent());
        Set<String> marks = words.takeAll(MARK, m -> true).stream()
                .map(mark -> mark.toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        RangeAsked range = range();
        Integer pieces = pieces();
        boolean onSite = words.take(ON_SITE).isPresent();
        Optional<String> parameter = words.takeTerm(vocabulary.parameterKeys());
        Hints hints = Hints.take(words);
        List<String> left = hints.left(words);
        Optional<String> subject = known.or(() -> left.stream().findFirst());
        if (subject.isEmpty()) {
            return Optional.empty();
        }
        Asked asked = new Asked(uncertainty.orElse(null), tolerance.orElse(null), range);
        Family family = vocabulary.family(subject.get()).orElseGet(() -> hints.family(subject.get(), asked.measured()));
        return Optional.of(new ItemSpec(
                family,
                hints.kind(),
                subject.get(),
                parameter.orElseGet(() -> secondWord(left, known.isPresent() ? 0 : 1)),
                null,
                range,
                null,
                null,
                asked.limit(),
                asked.toleranceAsked(),
                asked.k(),
                methods.isEmpty() ? null : methods,
                marks.isEmpty() ? null : List.copyOf(marks),
                pieces,
                onSite ? true : null));
    }

    private @Nullable Integer pieces() {
        return words.take(PIECES)
                .or(() -> words.take(TIMES))
                .map(m -> Integer.valueOf(m.group(1)))
                .filter(n -> n >= 1 && n <= MOST_PIECES)
                .orElse(null);
    }

    private @Nullable String secondWord(List<String> left, int place) {
        if (left.size() <= place) {
            return null;
        }
        String word = left.get(place);
        return vocabulary.knowsParameter(TextKey.of(word)) ? word : null;
    }

    /** Words that became neither subject nor parameter. */
    List<String> notUnderstood(@Nullable ItemSpec item) {
        List<String> left = new ArrayList<>(Hints.stripped(words));
        if (item != null) {
            left.remove(item.subject());
            left.remove(item.parameter());
        }
        return left;
    }

    private Optional<String> unit(String text) {
        for (int end = text.length(); end > 0; end--) {
            if (units.find(text.substring(0, end)).isPresent()) {
                return Optional.of(text.substring(0, end));
            }
        }
        return Optional.empty();
    }

    private @Nullable RangeAsked range() {
        RangeAsked[] found = new RangeAsked[1];
        words.take(RANGE, m -> {
            found[0] = asked(m.group().replaceFirst("^(?:测量范围|量程|范围|range)\\s*", ""));
            return found[0] != null;
        });
        if (found[0] == null) {
            words.take(ONE_END, m -> {
                found[0] = asked(m.group().replaceFirst("(?i)^(?:up to|最大)", "≤"));
                return found[0] != null;
            });
        }
        return found[0];
    }

    private @Nullable RangeAsked asked(String text) {
        QuantityRange range = ranges.parse(text, null).orElse(null);
        if (range == null) {
            return null;
        }
        Interval.@Nullable End lower = range.interval().lower();
        Interval.@Nullable End upper = range.interval().upper();
        return new RangeAsked(
                lower == null ? null : lower.value(),
                upper == null ? null : upper.value(),
                range.unit().symbol());
    }

    /** What the sentence says in numbers. */
    private final class Asked {
        private final @Nullable MatchResult uncertainty;
        private final @Nullable MatchResult tolerance;
        private final @Nullable RangeAsked range;

        Asked(@Nullable MatchResult uncertainty, @Nullable MatchResult tolerance, @Nullable RangeAsked range) {
            this.uncertainty = uncertainty;
            this.tolerance = tolerance;
            this.range = range;
        }

        boolean measured() {
            return uncertainty != null || tolerance != null || range != null;
        }

        @Nullable
        ValueAsked limit() {
            if (uncertainty == null) {
                return null;
            }
            boolean relative = uncertainty.group(1).toLowerCase(Locale.ROOT).matches("ur|urel");
            double value = Double.parseDouble(uncertainty.group(3));
            return value <= 0
                    ? null
                    : new ValueAsked(value, unit(uncertainty.group(4)).orElseThrow(), relative ? true : null);
        }

        @Nullable
        ToleranceAsked toleranceAsked() {
            return tolerance == null || uncertainty != null
                    ? null
                    : new ToleranceAsked(
                            Math.abs(Double.parseDouble(tolerance.group(1))),
                            unit(tolerance.group(2)).orElseThrow(),
                            null);
        }

        @Nullable
        Double k() {
            if (uncertainty == null) {
                return null;
            }
            String k = uncertainty.group(2) == null ? uncertainty.group(5) : uncertainty.group(2);
            return k == null || Double.parseDouble(k) == 2 ? null : Double.valueOf(k);
        }
    }
}
