package org.qibroker.sample;

import io.vertx.core.Future;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.qibroker.booking.Booking;
import org.qibroker.booking.Bookings;
import org.qibroker.custody.Condition;
import org.qibroker.custody.CustodyStep;
import org.qibroker.custody.Sample;
import org.qibroker.custody.SampleCode;
import org.qibroker.custody.SampleState;
import org.qibroker.custody.Samples;
import org.qibroker.feedback.rating.RatingDraft;
import org.qibroker.feedback.rating.Ratings;
import org.qibroker.platform.files.Incoming;
import org.qibroker.report.Reports;
import org.qibroker.report.Written;
import org.qibroker.report.conformity.ResultLine;
import org.qibroker.report.conformity.Statement;
import org.qibroker.shared.Caller;
import org.qibroker.shared.DecisionRule;

/** Runs errands for bookings of the sample. */
final class Errands {
    private final Bookings bookings;
    private final Samples samples;
    private final Reports reports;
    private final Ratings ratings;

    Errands(Bookings bookings, Samples samples, Reports reports, Ratings ratings) {
        this.ratings = ratings;
        this.bookings = bookings;
        this.samples = samples;
        this.reports = reports;
    }

    /** Runs it, and gives the booking as it is then. */
    Future<Booking> run(Errand errand, Turn turn, Booking booking, Caller caller) {
        Future<?> done =
                switch (errand) {
                    case LABEL -> samples.label(booking.id(), pieces(booking), caller);
                    case DISPATCH -> pass(booking, sent(String.valueOf(turn.reason())), caller);
                    case ARRIVE -> pass(booking, arrived(), caller);
                    case RATE -> ratings.rate(booking.id(), marks(String.valueOf(turn.reason())), caller);
                    case WRITE -> reports.write(booking.id(), report(booking), caller);
                };
        return done.compose(any -> bookings.get(booking.id(), caller));
    }

    private static List<String> pieces(Booking booking) {
        String subject = booking.order().lines().get(0).subject();
        return IntStream.rangeClosed(1, booking.order().pieces())
                .mapToObj(number -> "%s SL-%03d".formatted(subject, number))
                .toList();
    }

    private static CustodyStep sent(String carrier) {
        return new CustodyStep(SampleState.DISPATCHED, null, carrier, "SL0000000001", null, null);
    }

    private static RatingDraft marks(String said) {
        String[] marks = said.split(",", 3);
        return new RatingDraft(Integer.valueOf(marks[0]), Integer.valueOf(marks[1]), Integer.valueOf(marks[2]), null);
    }

    private static CustodyStep arrived() {
        return new CustodyStep(SampleState.RECEIVED, Condition.GOOD, null, null, null, null);
    }

    private Future<?> pass(Booking booking, CustodyStep step, Caller caller) {
        return samples.ofBooking(booking.id(), caller).compose(lot -> samples.pass(codes(lot), step, null, caller));
    }

    private static Set<SampleCode> codes(Samples.Lot lot) {
        return lot.samples().stream().map(Sample::code).collect(Collectors.toSet());
    }

    private static Written report(Booking booking) {
        Statement statement = new Statement(
                DecisionRule.GUARDED_NON_BINARY,
                null,
                booking.order().lines().get(0).methods().stream().findFirst().orElse(null),
                Stream.of("50 0.00", "150 0.01", "300 0.02")
                        .map(Errands::result)
                        .toList());
        SamplePdf file = new SamplePdf(List.of(
                "Calibration certificate of the sample region",
                "Made up, to show what a report looks like here. Not valid for any purpose.",
                "Order " + booking.number(),
                "Error of indication at 50 mm: 0.00 mm, at 150 mm: 0.01 mm, at 300 mm: 0.02 mm",
                "Expanded uncertainty U = 0.01 mm, k = 2"));
        return new Written(statement, null, Incoming.of("certificate-" + booking.number() + ".pdf", file.content()));
    }

    private static ResultLine result(String pointAndError) {
        String[] parts = pointAndError.split(" ", 2);
        return new ResultLine(
                "示值误差 " + parts[0] + " mm",
                new BigDecimal(parts[1]),
                "mm",
                new BigDecimal("0.01"),
                BigDecimal.valueOf(2),
                new BigDecimal("-0.03"),
                new BigDecimal("0.03"));
    }
}
