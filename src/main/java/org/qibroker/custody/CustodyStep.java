package org.qibroker.custody;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sample changes hands.
 *
 * @param state who has it now
 * @param condition how it was found, needed to receive it
 * @param carrier who carries it, needed to dispatch it
 * @param trackingNumber the carrier's number for it
 * @param photoId a picture stored before, of how it was found
 * @param note what else is to be said; needed where it is lost, was found damaged or wrong, or ends otherwise than agreed
 */
public record CustodyStep(
        @NotNull SampleState state,
        @Nullable Condition condition,
        @Nullable @Size(min = 1, max = 60) String carrier,
        @Nullable @Size(min = 1, max = 60) String trackingNumber,
        @Nullable UUID photoId,
        @Nullable @Size(max = 1000) String note) {

    /** Received in a condition, without a note. */
    static CustodyStep received(Condition condition) {
        return new CustodyStep(SampleState.RECEIVED, condition, null, null, null, null);
    }

    boolean saysWhy() {
        return note != null && !note.isBlank();
    }
}
