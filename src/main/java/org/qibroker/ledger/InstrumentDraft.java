package org.qibroker.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ToleranceAsked;

/**
 * What an enterprise says of an instrument.
 *
 * @param ownNumber by which the enterprise knows it, once in its ledger
 * @param subject what it is, such as 数显卡尺
 * @param range what it measures
 * @param tolerance what it may deviate, |MPE|
 * @param accuracy its class, as it is written
 * @param intervalMonths from one calibration to the next
 * @param last the certificate it has, if it is not one that came through the broker
 * @param nextDue the day it is due, if it does not follow from the last certificate and the interval
 */
public record InstrumentDraft(
        @NotBlank @Size(max = 100) String ownNumber,
        @NotBlank @Size(max = 200) String subject,
        @Nullable @Size(max = 100) String model,
        @Nullable @Size(max = 100) String serial,
        @Nullable @Size(max = 200) String location,
        @Nullable @Size(max = 100) String keeper,
        @Nullable @Valid RangeAsked range,
        @Nullable @Valid ToleranceAsked tolerance,
        @Nullable @Size(max = 100) String accuracy,
        @NotNull @Min(1) @Max(120) Integer intervalMonths,
        @Nullable @Valid Certificate last,
        @Nullable LocalDate nextDue,
        @NotNull InstrumentState state,
        @NotNull Criticality criticality) {

    /** A certificate that somebody gave. */
    public record Certificate(
            @NotBlank @Size(max = 100) String number,
            @NotNull LocalDate on,
            @Nullable @Size(max = 200) String provider) {}
}
