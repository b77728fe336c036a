package org.qibroker.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.RangeParser;
import org.qibroker.measure.TextOnly;
import org.qibroker.measure.Uncertainty;
import org.qibroker.measure.UncertaintyParser;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.standards.Designation;
import org.qibroker.standards.Designations;

/** Understands the texts of a line; what it does not understand it leaves as text. Thread-safe. */
public final class ScopeReader {
    private static final Pattern NAMED = Pattern.compile("^\\s*([^:：=]{1,60}?)\\s*[:：=]\\s*(\\S.*)$");

    private final UnitRegistry units;
    private final RangeParser ranges;
    private final UncertaintyParser uncertainties;
    private final Recent<Said, Capability.Measured> measured = new Recent<>(this::understand);
    private final Recent<String, List<Method>> methods = new Recent<>(ScopeReader::methods);
    private final Recent<String, List<Condition>> conditions = new Recent<>(this::understand);

    /** A reader that knows these quantities and units. */
    public ScopeReader(UnitRegistry units) {
        this.units = units;
        this.ranges = new RangeParser(units);
        this.uncertainties = new UncertaintyParser(units);
    }

    /** The quantities and units it knows. */
    public UnitRegistry units() {
        return units;
    }

    /** Tells these quantities and units from others. */
    public String unitsKnown() {
        return Integer.toHexString(units.kinds().stream()
                .flatMap(kind -> units.unitsOf(kind).stream())
                .map(Object::toString)
                .collect(Collectors.joining())
                .hashCode());
    }

    /** The line with what was understood of it. */
    public Capability read(UUID id, UUID providerId, ScopeLine line, Capability.Validity validity) {
        return new Capability(
                id,
                providerId,
                line.siteId(),
                line.service(),
                measured(line.texts()),
                line.texts().methods().stream()
                        .flatMap(text -> methods.get(text).stream())
                        .toList(),
                line.texts().conditions().stream()
                        .flatMap(text -> conditions.get(text).stream())
                        .toList(),
                line.texts().limitation(),
                line.marks(),
                line.terms(),
                validity);
    }

    /** What decides how quantity, range and uncertainty are understood. */
    private record Said(
            @Nullable String quantity, @Nullable String range, @Nullable String uncertainty, double coverageFactor) {}

    /** What texts say of quantity, range and uncertainty. */
    public Capability.Measured measured(ScopeLine.Texts texts) {
        return measured.get(new Said(texts.quantity(), texts.range(), texts.uncertainty(), texts.coverageFactor()));
    }

    private Capability.Measured understand(Said texts) {
        QuantityKind stated =
                texts.quantity() == null ? null : units.kind(texts.quantity()).orElse(null);
        QuantityRange range = texts.range() == null
                ? null
                : ranges.parse(texts.range(), stated).orElse(null);
        QuantityKind kind = stated == null ? kindOf(texts, range) : stated;
        return new Capability.Measured(
                kind, texts.range(), range, texts.uncertainty(), uncertainty(texts, range, kind));
    }

    private Uncertainty uncertainty(Said texts, @Nullable QuantityRange range, @Nullable QuantityKind kind) {
        if (texts.uncertainty() == null) {
            return new TextOnly("", texts.coverageFactor());
        }
        return uncertainties.parse(texts.uncertainty(), range, kind, texts.coverageFactor());
    }

    /** The kind that the range, or where there is none to read the uncertainty, can only be of. */
    private @Nullable QuantityKind kindOf(Said texts, @Nullable QuantityRange range) {
        if (range != null) {
            return onlyKindOf(range);
        }
        String uncertainty = texts.uncertainty();
        return uncertainty == null ? null : uncertainties.kindOf(uncertainty).orElse(null);
    }

    private @Nullable QuantityKind onlyKindOf(QuantityRange range) {
        boolean one = units.all(range.unit().symbol()).stream()
                        .map(unit -> unit.kind().key())
                        .distinct()
                        .count()
                == 1;
        return one ? range.unit().kind() : null;
    }

    /** One method for each standard that the text names, at least one for the text. */
    private static List<Method> methods(String text) {
        List<Designation> named = Designations.findAll(text);
        if (named.size() <= 1) {
            return List.of(new Method(text, named.isEmpty() ? null : named.get(0)));
        }
        List<Method> methods = new ArrayList<>();
        methods.add(new Method(text, named.get(0)));
        named.stream().skip(1).forEach(d -> methods.add(new Method(d.canonical(), d)));
        return List.copyOf(methods);
    }

    /** A method as a text of {@link Capability#methods} names it. */
    public static Method method(String text) {
        List<Designation> named = Designations.findAll(text);
        return new Method(text, named.isEmpty() ? null : named.get(0));
    }

    /** A condition of one value or interval; one without a name is named for its quantity. */
    public Condition condition(String text) {
        return conditions.get(text).get(0);
    }

    private List<Condition> understand(String text) {
        return ConditionTexts.apart(text, ranges).stream().map(this::one).toList();
    }

    private Condition one(String text) {
        Matcher named = NAMED.matcher(text);
        if (named.matches()) {
            return new Condition(
                    named.group(1), text, ranges.parse(named.group(2), null).orElse(null));
        }
        Optional<QuantityRange> range = ranges.parse(text, null);
        String name = range.map(r -> r.unit().kind().nameZh()).orElse("");
        return new Condition(name, text, range.orElse(null));
    }
}
