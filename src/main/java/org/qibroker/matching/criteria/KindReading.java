package org.qibroker.matching.criteria;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.RangeParser;
import org.qibroker.measure.TextOnly;
import org.qibroker.measure.Uncertainty;
import org.qibroker.measure.UncertaintyParser;
import org.qibroker.measure.unit.QuantityKind;

/** Reads a line that names no quantity as one of the kind asked, where its unit serves that too, as V serves many. */
public record KindReading(AskedItem item) {

    /** The line with range and uncertainty in a kind that is asked; itself if it states one, or cannot be one. */
    public Capability read(Capability line) {
        QuantityRange range = line.measured().range();
        if (line.measured().quantity() != null
                || range == null
                || item.admits(range.unit().kind())) {
            return line;
        }
        return item.admitted().stream()
                .flatMap(kind -> range(line, range, kind).stream())
                .findFirst()
                .map(found -> in(line, found))
                .orElse(line);
    }

    private Optional<QuantityRange> range(Capability line, QuantityRange range, QuantityKind kind) {
        String text = line.measured().rangeText();
        return text == null
                ? item.units().find(range.unit().symbol(), kind).map(unit -> new QuantityRange(range.interval(), unit))
                : new RangeParser(item.units()).parse(text, kind);
    }

    private Capability in(Capability line, QuantityRange range) {
        Capability.Measured measured = line.measured();
        return measuring(
                line,
                new Capability.Measured(
                        null, measured.rangeText(), range, measured.uncertaintyText(), uncertainty(measured, range)));
    }

    /** The line with another reading of what it measures. */
    public static Capability measuring(Capability line, Capability.Measured measured) {
        return new Capability(
                line.id(),
                line.providerId(),
                line.siteId(),
                line.service(),
                measured,
                line.methods(),
                line.conditions(),
                line.limitation(),
                line.marks(),
                line.terms(),
                line.validity());
    }

    private Uncertainty uncertainty(Capability.Measured measured, QuantityRange range) {
        @Nullable String text = measured.uncertaintyText();
        double k = measured.uncertainty().coverageFactor();
        return text == null
                ? new TextOnly("", k)
                : new UncertaintyParser(item.units())
                        .parse(text, range, range.unit().kind(), k);
    }
}
