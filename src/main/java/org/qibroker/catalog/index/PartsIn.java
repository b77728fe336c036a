package org.qibroker.catalog.index;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Condition;
import org.qibroker.catalog.Method;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.catalog.ScopeReader;
import org.qibroker.measure.QuantityKind;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;

/** Fills dictionaries from a snapshot; what texts mean is worked out again. */
final class PartsIn {
    private final Parts parts;
    private final ScopeReader reader;

    /** Fills dictionaries that are empty. */
    PartsIn(Parts parts, ScopeReader reader) {
        this.parts = parts;
        this.reader = reader;
    }

    /** The number that each part has now, by its number in the snapshot and by column. */
    int[][] read(SnapshotIn in) {
        int[][] now = new int[Lines.COLUMNS][0];
        now[Lines.PLACE] = all(in, parts.places(), () -> new Place(id(in.text()), id(in.text())));
        now[Lines.SERVICE] = all(in, parts.services(), () -> service(in));
        all(in, parts.subjects(), () -> new Subject(family(in), parts.shared(in.text()), english(in)));
        now[Lines.RANGE] = all(in, parts.ranges(), () -> range(in));
        now[Lines.UNCERTAINTY] = all(in, parts.uncertainties(), () -> uncertainty(in, now[Lines.RANGE]));
        now[Lines.METHODS] = all(in, parts.methods(), () -> methods(in));
        now[Lines.CONDITIONS] = all(in, parts.conditions(), () -> conditions(in));
        now[Lines.LIMITATION] = all(in, parts.limitations(), in::text);
        now[Lines.MARKS] = all(in, parts.marks(), () -> set(in));
        now[Lines.PRICE] = all(in, parts.prices(), () -> price(in));
        now[Lines.TERMS] = all(in, parts.terms(), () -> terms(in));
        return now;
    }

    private static <T> int[] all(SnapshotIn in, Dictionary<T> dictionary, Supplier<T> value) {
        int[] now = new int[in.number()];
        for (int i = 0; i < now.length; i++) {
            now[i] = dictionary.add(value.get());
        }
        return now;
    }

    private List<Method> methods(SnapshotIn in) {
        return in.texts().stream().map(ScopeReader::method).toList();
    }

    private List<Condition> conditions(SnapshotIn in) {
        return in.texts().stream().map(reader::condition).toList();
    }

    private static UUID id(String text) {
        return UUID.fromString(text);
    }

    private static Family family(SnapshotIn in) {
        return Family.valueOf(in.text());
    }

    private @Nullable String english(SnapshotIn in) {
        String text = in.textOrNone();
        return text == null ? null : parts.shared(text);
    }

    private static Set<String> set(SnapshotIn in) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(in.texts()));
    }

    private Capability.Service service(SnapshotIn in) {
        Family family = family(in);
        String kind = in.textOrNone();
        return new Capability.Service(
                family,
                kind == null ? null : ServiceKind.valueOf(kind),
                parts.shared(in.text()),
                english(in),
                parts.shared(in.text()),
                set(in));
    }

    private RangePart range(SnapshotIn in) {
        return RangePart.of(reader.measured(texts(in.textOrNone(), in.textOrNone(), null, 2)));
    }

    private UncertaintyPart uncertainty(SnapshotIn in, int[] ranges) {
        String text = in.textOrNone();
        double k = in.decimal();
        int readWith = in.number();
        RangePart range =
                readWith < 0 ? new RangePart(null, null, null) : parts.ranges().get(ranges[readWith]);
        QuantityKind quantity = range.quantity();
        return UncertaintyPart.of(
                reader.measured(texts(quantity == null ? null : quantity.key(), range.text(), text, k)));
    }

    private static ScopeLine.Texts texts(
            @Nullable String quantity, @Nullable String range, @Nullable String uncertainty, double k) {
        return new ScopeLine.Texts(quantity, List.of(), range, List.of(), uncertainty, k, null);
    }

    private static Price price(SnapshotIn in) {
        Price.Kind kind = Price.Kind.valueOf(in.text());
        long fen = in.longNumber();
        return new Price(kind, fen < 0 ? null : (Long) fen, in.textOrNone());
    }

    private static TermsPart terms(SnapshotIn in) {
        boolean onSite = in.number() == 1;
        int days = in.number();
        String resource = in.textOrNone();
        return new TermsPart(onSite, days < 0 ? null : (Integer) days, resource == null ? null : id(resource));
    }
}
