package org.qibroker.matching.rank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrackRecordTest {
    @Test
    void whoIsPunctualAndRightAtOnceScoresMoreThanOneUnknownAndWhoIsNotLess() {
        double unknown = TrackRecord.UNKNOWN.score();
        assertThat(new TrackRecord(20, 20, 0, 0, 0).score()).isBetween(unknown, 1.0);
        assertThat(new TrackRecord(20, 2, 0, 0, 0).score()).isLessThan(unknown);
        assertThat(new TrackRecord(20, 16, 20, 0, 0).score()).isLessThan(unknown);
    }

    @Test
    void fewReportsSayLittle() {
        double one = TrackRecord.UNKNOWN.score() - new TrackRecord(1, 0, 0, 0, 0).score();
        double many = TrackRecord.UNKNOWN.score() - new TrackRecord(100, 0, 0, 0, 0).score();
        assertThat(one).isBetween(0.0, 0.1);
        assertThat(many).isGreaterThan(0.3);
    }

    @Test
    void ratingsCountToo() {
        double unknown = TrackRecord.UNKNOWN.score();
        assertThat(new TrackRecord(0, 0, 0, 20, 300).score()).isBetween(unknown + 0.03, 1.0);
        assertThat(new TrackRecord(0, 0, 0, 20, 60).score()).isLessThan(unknown - 0.05);
        assertThat(new TrackRecord(0, 0, 0, 1, 3).score()).isBetween(unknown - 0.03, unknown);
    }
}
