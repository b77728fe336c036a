package org.qibroker.booking.pages;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisation;
import org.qibroker.booking.Booking;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.machine.NextStep;
import org.qibroker.shared.Page;

/**
 * What a list of bookings shows.
 *
 * @param state the only state shown, absent for those of the tab
 * @param parties enterprises and providers of the bookings
 * @param now when it is shown
 */
public record BookingList(
        Side side,
        BookingTab tab,
        @Nullable BookingState state,
        Page<Booking> page,
        Map<UUID, Organisation> parties,
        Instant now) {
    /** Whose list it is. */
    public enum Side {
        /** What an enterprise asked for. */
        ENTERPRISE("/bookings"),
        /** What a provider is asked for. */
        PROVIDER("/inbox"),
        /** All of the region. */
        REGION("/region/bookings");

        private final String path;

        Side(String path) {
            this.path = path;
        }

        /** Address of the list. */
        public String path() {
            return path;
        }
    }

    /** The bookings, the next due first. */
    public List<Booking> bookings() {
        return page.items();
    }

    /** Whether a part of the list is shown whole. */
    public boolean shows(BookingTab one) {
        return state == null && tab == one;
    }

    /** Address of what comes after. */
    public String more() {
        String wanted = state == null ? "?tab=" + tab.key() : "?state=" + state;
        return side.path() + wanted + "&cursor=" + page.nextCursor();
    }

    /** The name of the enterprise in the reader's language. */
    public String enterprise(Booking booking, Locale locale) {
        Organisation enterprise = parties.get(booking.parties().enterpriseId());
        return enterprise == null ? booking.parties().enterpriseName() : enterprise.name(locale);
    }

    /** Whether a coordinator has verified the enterprise. */
    public boolean verified(Booking booking) {
        Organisation enterprise = parties.get(booking.parties().enterpriseId());
        return enterprise != null && enterprise.verified();
    }

    /** The name of the provider in the reader's language. */
    public String provider(Booking booking, Locale locale) {
        Organisation provider = parties.get(booking.parties().providerId());
        return provider == null ? booking.parties().providerName() : provider.name(locale);
    }

    /** Who has to act next on a booking. */
    public Optional<NextStep> next(Booking booking) {
        return NextStep.of(booking);
    }

    /** Whether the reader has to. */
    public boolean mine(NextStep next) {
        return side != Side.REGION && next.who().name().equals(side.name());
    }

    /** Whether it should have been done before. */
    public boolean overdue(NextStep next) {
        return next.overdue(now);
    }
}
