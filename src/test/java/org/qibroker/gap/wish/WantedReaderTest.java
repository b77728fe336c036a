package org.qibroker.gap.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qibroker.gap.wish.Wished.caliper;
import static org.qibroker.gap.wish.Wished.item;
import static org.qibroker.gap.wish.Wished.microns;
import static org.qibroker.gap.wish.Wished.to;

import java.util.List;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.asked.PointAsked;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ToleranceAsked;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.matching.answer.GapType;
import org.qibroker.matching.words.Thesaurus;
import org.qibroker.shared.Family;

/** The same wish is read the same, in whatever words and units it was made. */
class WantedReaderTest {
    private static final WantedReader READER = new WantedReader(Wished.UNITS, Thesaurus.standard());

    private static Wanted read(ItemSpec spec) {
        return READER.read(spec, GapType.UNCERTAINTY);
    }

    private static ItemSpec standard(String method) {
        return new ItemSpec(
                Family.TESTING,
                null,
                "石墨烯浆料",
                "层数",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(method),
                null,
                null,
                null);
    }

    private static ItemSpec tolerated(@Nullable Double k) {
        ToleranceAsked tolerance = new ToleranceAsked(0.03, "mm", 3.0);
        return new ItemSpec(
                Family.METROLOGY,
                null,
                "数显卡尺",
                null,
                null,
                null,
                List.of(new PointAsked(100.0, "mm"), new PointAsked(20.0, "mm")),
                null,
                null,
                tolerance,
                k,
                null,
                null,
                null,
                null);
    }

    @Test
    void unitsDoNotMatter() {
        Wanted metres = read(caliper(new RangeAsked(0.0, 0.3, "m"), new ValueAsked(0.01, "mm", null)));
        assertThat(metres.overlaps(read(caliper(to(300), microns(10))))).isTrue();
        assertThat(metres.key()).isEqualTo(read(caliper(to(300), microns(10))).key());
    }

    @Test
    void recordedSynonymsAreOneSubjectAndOtherWordsAreNot() {
        assertThat(read(item("电子卡尺", to(1), null)).key())
                .isEqualTo(read(item("数显卡尺", to(1), null)).key());
        assertThat(read(item("扭矩扳子", to(1), null)).key())
                .isNotEqualTo(read(item("数显卡尺", to(1), null)).key());
    }

    @Test
    void pointsSpanARangeAndAToleranceIsAnUncertainty() {
        Wanted wanted = read(tolerated(null));
        assertThat(wanted.range()).isEqualTo(new Wanted.Range(0.02, 0.1));
        assertThat(wanted.limit()).isNotNull().extracting(Wanted.Limit::value).isEqualTo(1e-5);
    }

    @Test
    void coverageFactorsAreBroughtToTwo() {
        Wanted.Limit three = read(tolerated(3.0)).limit();
        assertThat(three).isNotNull().satisfies(limit -> assertThat(limit.value())
                .isCloseTo(1e-5 * 2 / 3, within(1e-12)));
    }

    @Test
    void aRatioIsNoLength() {
        Wanted ratio = read(caliper(to(300), new ValueAsked(0.01, "%", null)));
        assertThat(ratio.limit()).isNotNull().extracting(Wanted.Limit::relative).isEqualTo(true);
        assertThat(ratio.overlaps(read(caliper(to(300), microns(10))))).isFalse();
    }

    @Test
    void whatHasNoStandardIsToldApartByTheStandardAskedInWhateverEdition() {
        String key = READER.read(standard("GB/T 99991-2021"), GapType.STANDARD).key();
        assertThat(READER.read(standard("GB/T 99991-2024"), GapType.STANDARD).key())
                .isEqualTo(key);
        assertThat(READER.read(standard("GB/T 99992-2021"), GapType.STANDARD).key())
                .isNotEqualTo(key);
        assertThat(READER.read(standard("GB/T 99992-2021"), GapType.CAPABILITY).key())
                .isEqualTo(READER.read(standard("GB/T 99991-2021"), GapType.CAPABILITY)
                        .key());
    }

    @Test
    void whatOnlyTermsStandInTheWayOfIsAnotherGap() {
        assertThat(READER.read(caliper(to(300), null), null).key())
                .isNotEqualTo(
                        READER.read(caliper(to(300), null), GapType.CAPABILITY).key());
    }

    private static Offset<Double> within(double offset) {
        return Offset.offset(offset);
    }
}
