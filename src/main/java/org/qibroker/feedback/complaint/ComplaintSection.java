package org.qibroker.feedback.complaint;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import org.qibroker.booking.Actor;
import org.qibroker.booking.Booking;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.Bookings;
import org.qibroker.booking.pages.BookingSection;
import org.qibroker.platform.web.Fragment;
import org.qibroker.shared.Caller;

/** The complaints on the page of their booking, and the way to make one. */
final class ComplaintSection implements BookingSection {
    private final Complaints complaints;

    ComplaintSection(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public Future<Optional<Fragment>> of(Booking booking, Caller reader) {
        boolean enterprise =
                Bookings.part(booking, reader).filter(Actor.ENTERPRISE::equals).isPresent();
        boolean possible =
                enterprise && ComplaintRules.possible(booking.state()) && booking.state() != BookingState.ACCEPTED;
        return complaints.of(booking).map(found -> {
            boolean open = found.stream().anyMatch(complaint -> complaint.state() != ComplaintState.CLOSED);
            boolean mayComplain = possible && !open;
            return found.isEmpty() && !mayComplain
                    ? Optional.empty()
                    : Optional.of(new Fragment(
                            "feedback/complaintSection.jte",
                            Map.of("booking", booking, "complaints", found, "mayComplain", mayComplain)));
        });
    }
}
