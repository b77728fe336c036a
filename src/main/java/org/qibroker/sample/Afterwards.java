package org.qibroker.sample;

import static org.qibroker.sample.SampleFiles.cell;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qibroker.booking.Booking;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.Bookings;
import org.qibroker.booking.paper.BillingRecord;
import org.qibroker.booking.paper.BillingState;
import org.qibroker.booking.paper.Papers;
import org.qibroker.feedback.FeedbackModule;
import org.qibroker.feedback.complaint.ComplaintAction;
import org.qibroker.feedback.complaint.ComplaintDraft;
import org.qibroker.feedback.complaint.ComplaintSubject;
import org.qibroker.feedback.complaint.ComplaintTransition;
import org.qibroker.feedback.rating.RatingDraft;
import org.qibroker.shared.Caller;
import org.qibroker.shared.PageRequest;

/** What comes after the work in the sample: ratings, a complaint, an invoice. */
final class Afterwards {
    private final Bookings bookings;
    private final FeedbackModule feedback;
    private final Papers papers;
    private final People people;

    Afterwards(Bookings bookings, FeedbackModule feedback, Papers papers, People people) {
        this.bookings = bookings;
        this.feedback = feedback;
        this.papers = papers;
        this.people = people;
    }

    /** Puts all of it on the timeline, when the bookings it is about have ended. */
    void plan(Timeline timeline, SampleDays days) {
        Instant evening = days.at("D-1", "17:00");
        Map<String, Integer> rated = new HashMap<>();
        for (Map<String, String> row : SampleFiles.rows("ratings.csv")) {
            int nth = rated.merge(cell(row, "enterprise"), 1, Integer::sum) - 1;
            timeline.at(evening, "rating by " + cell(row, "enterprise"), () -> rate(row, nth));
        }
        timeline.at(evening, "complaint", this::complain);
        timeline.at(evening, "invoice", () -> invoice(days.day("D-1")));
    }

    private Future<Booking> booking(String enterprise, BookingState state, int nth) {
        return bookings.asked(List.of(state), PageRequest.FIRST, people.of(enterprise))
                .map(page -> page.items().get(nth));
    }

    private Future<?> rate(Map<String, String> row, int nth) {
        RatingDraft draft = new RatingDraft(
                Integer.valueOf(cell(row, "service")),
                Integer.valueOf(cell(row, "punctuality")),
                Integer.valueOf(cell(row, "clarity")),
                cell(row, "comment"));
        String reply = cell(row, "reply");
        String enterprise = cell(row, "enterprise");
        return booking(enterprise, BookingState.COMPLETED, nth).compose(booking -> feedback.rating()
                .ratings()
                .rate(booking.id(), draft, people.of(enterprise))
                .compose(rating -> reply.isEmpty()
                        ? Future.succeededFuture()
                        : feedback.rating().ratings().reply(booking.id(), reply, provider(booking))));
    }

    /** Who acts for the provider of a booking. */
    private Caller provider(Booking booking) {
        return people.of(booking.parties().providerId());
    }

    private Future<?> complain() {
        ComplaintDraft draft = new ComplaintDraft(ComplaintSubject.RESULT, "振动谱与委托不符，多次沟通未果，请复核原始记录。（示例数据）", null);
        ComplaintTransition seen = new ComplaintTransition(ComplaintAction.ACKNOWLEDGE, null, null);
        return booking("autoparts", BookingState.DISPUTED, 0).compose(booking -> feedback.complaint()
                .complaints()
                .make(booking.id(), draft, List.of(), people.of("autoparts"))
                .compose(made -> feedback.complaint()
                        .complaints()
                        .transition(made.id(), made.version(), seen, provider(booking))));
    }

    private Future<?> invoice(LocalDate day) {
        BillingRecord invoice = new BillingRecord(BillingState.INVOICED, "24310000000000000001", day, null);
        return booking("machinery", BookingState.COMPLETED, 0)
                .compose(booking -> papers.record(booking.id(), 0, invoice, provider(booking)));
    }
}
