package org.qibroker.matching.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.plot.Drawing;
import org.qibroker.catalog.plot.Plot;
import org.qibroker.matching.candidates.Line;
import org.qibroker.matching.criteria.AskedItem;
import org.qibroker.matching.criteria.Limit;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;

/** The picture of an offer against what an item asks. */
public final class MatchDrawing {
    private final AskedItem item;
    private final List<Drawing.Offer> offers = new ArrayList<>();
    private @Nullable QuantityKind kind;
    private @Nullable Unit unit;

    private MatchDrawing(AskedItem item) {
        this.item = item;
    }

    /** The lines of one kind of quantity, that of the first that can be drawn; empty if none can. */
    public static Optional<Plot> of(AskedItem item, List<Capability> lines) {
        MatchDrawing drawing = new MatchDrawing(item);
        lines.forEach(drawing::take);
        QuantityKind kind = drawing.kind;
        Unit unit = drawing.unit;
        return kind == null || unit == null
                ? Optional.empty()
                : drawing.drawn(kind, unit).plot();
    }

    private void take(Capability line) {
        QuantityKind own = Line.kindOf(line);
        QuantityRange range = line.measured().range();
        Interval base = Line.baseOf(line, own);
        if (base == null || range == null || own == null || (kind != null && !kind.equals(own))) {
            return;
        }
        double k = Limit.coverageFactor(item.spec());
        Drawing.Offer offer =
                new Drawing.Offer(base, line.measured().uncertainty().withCoverageFactor(k));
        if (offer.drawable()) {
            kind = own;
            unit = item.shown(own, range.unit());
            offers.add(offer);
        }
    }

    private Drawing drawn(QuantityKind kind, Unit unit) {
        Limit limit = Limit.of(item.spec(), kind, item.units())
                .filter(l -> !l.relative() || !unit.hasOffset())
                .orElse(null);
        Interval range = item.range(kind);
        return new Drawing(
                unit,
                limit == null || limit.relative() ? unit : limit.unit(),
                offers,
                range != null && range.isBounded() ? range : null,
                item.points(kind),
                limit == null ? null : level -> limit.relative() ? limit.value() * Math.abs(level) : limit.value());
    }
}
