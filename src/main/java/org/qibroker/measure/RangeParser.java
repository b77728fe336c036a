package org.qibroker.measure;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qibroker.measure.unit.KindChoice;
import org.qibroker.measure.unit.Notation;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.UnitRegistry;

/**
 * Reads a range as scopes write it: {@code 0~300 mm}, {@code (0.1 to 1) V}, {@code ≤ 10 kN}, {@code Up to 9 in},
 * {@code ±180°}, {@code [5,20) mL/h}, {@code 100 Ω to 1 kΩ}, {@code DC: 0.1 mV～1000 V}. One value alone is a range of
 * just that value. Safe for use by several threads.
 */
public final class RangeParser {
    private static final int LONGEST = 200;
    private static final Set<String> PLAIN_LABELS =
            Set.of("range", "measuring range", "measurement range", "范围", "量程", "测量范围", "校准范围");
    private static final Set<String> DC = Set.of("dc", "直流");
    private static final Set<String> AC = Set.of("ac", "交流");

    private static final Pattern CURRENT = Pattern.compile("(DC|AC|直流|交流) ?(?=[-+(±≤<>\\d])");

    private final UnitRegistry units;

    /** A parser that knows these units. */
    public RangeParser(UnitRegistry units) {
        this.units = units;
    }

    /**
     * The range a text states.
     *
     * @param text as written in a scope or request
     * @param kind the quantity it is a range of, if known; a unit of another kind is then not understood
     * @return empty if the text is not surely understood, so that it has to stay text
     */
    public Optional<QuantityRange> parse(String text, @Nullable QuantityKind kind) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String folded = Notation.fold(text);
        int colon = folded.indexOf(':');
        if (colon < 0) {
            Matcher current = CURRENT.matcher(folded);
            return current.lookingAt()
                    ? choice(current.group(1), kind).flatMap(c -> read(folded.substring(current.end()), c))
                    : read(folded, new KindChoice(units, kind, ""));
        }
        return choice(folded.substring(0, colon).strip(), kind).flatMap(c -> read(folded.substring(colon + 1), c));
    }

    /** What a label before the range says of the kind; empty if the label is not understood. */
    private Optional<KindChoice> choice(String label, @Nullable QuantityKind kind) {
        String word = label.toLowerCase(Locale.ROOT);
        if (PLAIN_LABELS.contains(word)) {
            return Optional.of(new KindChoice(units, kind, ""));
        }
        if (DC.contains(word) || AC.contains(word)) {
            return Optional.of(new KindChoice(units, kind, DC.contains(word) ? "dc-" : "ac-"));
        }
        return units.kinds().stream()
                .filter(k -> k.nameZh().equals(label) || k.nameEn().equalsIgnoreCase(label))
                .filter(k -> kind == null || kind.equals(k))
                .findFirst()
                .map(k -> new KindChoice(units, k, ""));
    }

    private Optional<QuantityRange> read(String folded, KindChoice choice) {
        Scanner in = new Scanner(folded, units);
        RangeReader reader = new RangeReader(in, choice);
        Optional<QuantityRange> range = reader.read();
        if (range.isEmpty() || reader.atEnd()) {
            return range;
        }
        boolean separated = in.accept(",", ";", "=", "/");
        boolean enclosed = in.accept("(");
        Optional<QuantityRange> again = separated || enclosed ? new RangeReader(in, choice).read() : Optional.empty();
        in.accept(")");
        return again.isPresent() && reader.atEnd() && RangeReader.agree(range.get(), again.get())
                ? range
                : Optional.empty();
    }
}
