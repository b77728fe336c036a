package org.qibroker.gap.wish;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.matching.answer.GapType;
import org.qibroker.matching.words.Thesaurus;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.Family;

/** Wishes as tests need them. */
public final class Wished {
    /** Units of the product. */
    public static final UnitRegistry UNITS = UnitRegistry.standard();

    private static final WantedReader READER = new WantedReader(UNITS, Thesaurus.standard());
    private static final Instant DAY = Instant.parse("2026-11-02T08:00:00Z");

    private Wished() {}

    /** What a caliper's calibration asks, without what is absent. */
    public static ItemSpec caliper(@Nullable RangeAsked range, @Nullable ValueAsked limit) {
        return item("数显卡尺", range, limit);
    }

    /** The calibration of a thing. */
    public static ItemSpec item(String subject, @Nullable RangeAsked range, @Nullable ValueAsked limit) {
        return new ItemSpec(
                Family.METROLOGY,
                null,
                subject,
                null,
                null,
                range,
                null,
                null,
                limit,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** From 0 to so many mm. */
    public static RangeAsked to(double max) {
        return new RangeAsked(0.0, max, "mm");
    }

    /** So many µm. */
    public static ValueAsked microns(double value) {
        return new ValueAsked(value, "µm", null);
    }

    /** The wish of an enterprise, both by number; one a day. */
    public static Wish of(int number, int enterprise, ItemSpec asked, @Nullable GapType type) {
        UUID id = new UUID(1, number);
        return new Wish(
                id,
                new UUID(2, number),
                null,
                new UUID(3, enterprise),
                "310117",
                type,
                "nobody-meets-all",
                asked,
                READER.read(asked, type),
                null,
                id,
                DAY.plusSeconds(86_400L * number),
                null);
    }

    /** The same, taken back. */
    public static Wish withdrawn(Wish wish) {
        return new Wish(
                wish.id(),
                wish.demandId(),
                wish.beside(),
                wish.enterpriseId(),
                wish.district(),
                wish.foundType(),
                wish.reason(),
                wish.asked(),
                wish.wanted(),
                wish.part(),
                wish.gapId(),
                wish.createdAt(),
                wish.createdAt().plusSeconds(60));
    }
}
