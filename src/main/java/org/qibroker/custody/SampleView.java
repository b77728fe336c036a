package org.qibroker.custody;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Actor;

/** A sample as the API gives it to one reader. */
record SampleView(
        SampleCode code,
        UUID bookingId,
        int position,
        String name,
        SampleState state,
        @Nullable Condition condition,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        Instant changedAt,
        List<SampleState> nextStates,
        List<CustodyEvent> custody) {

    static List<SampleView> all(Samples.Lot lot, Actor reader) {
        return lot.samples().stream().map(sample -> of(sample, lot, reader)).toList();
    }

    static SampleView of(Sample sample, Samples.Lot lot, Actor reader) {
        Sample.Shipment sent = sample.shipment();
        return new SampleView(
                sample.code(),
                sample.bookingId(),
                sample.position(),
                sample.name(),
                sample.state(),
                sample.condition(),
                sent == null ? null : sent.carrier(),
                sent == null ? null : sent.trackingNumber(),
                sample.changedAt(),
                CustodyRules.ways(sample, reader),
                lot.chain().stream()
                        .filter(event -> event.codes().contains(sample.code()))
                        .toList());
    }
}
