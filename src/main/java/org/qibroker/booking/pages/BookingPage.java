package org.qibroker.booking.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisation;
import org.qibroker.booking.Actor;
import org.qibroker.booking.Booking;
import org.qibroker.booking.BookingAction;
import org.qibroker.booking.BookingEvent;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.machine.NextStep;
import org.qibroker.platform.web.Fragment;
import org.qibroker.resource.offer.FreeSlot;

/**
 * What the page of a booking shows to one reader.
 *
 * @param part in what part the reader looks
 * @param actions what the reader may do now
 * @param next who has to act next, absent if nobody has
 * @param slots where it could be moved to, if the reader may propose that
 * @param sections what other rooms show of it
 * @param parties the enterprise and the provider
 * @param now when it is shown
 */
public record BookingPage(
        Booking booking,
        Actor part,
        List<BookingAction> actions,
        @Nullable NextStep next,
        List<BookingEvent> events,
        List<FreeSlot> slots,
        List<Fragment> sections,
        Map<UUID, Organisation> parties,
        Instant now) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    /** What is most likely to be done, the most likely first. */
    private static final List<BookingAction> USUAL = List.of(
            BookingAction.AGREE,
            BookingAction.ACCEPT,
            BookingAction.RECEIVE,
            BookingAction.RESUME,
            BookingAction.ISSUE,
            BookingAction.DRAFT,
            BookingAction.APPROVE,
            BookingAction.ACCEPT_REPORT,
            BookingAction.RESOLVE);

    private static final Set<BookingAction> NEED_REASON = EnumSet.of(
            BookingAction.CANCEL,
            BookingAction.TERMINATE,
            BookingAction.REQUEST_CHANGE,
            BookingAction.DISPUTE,
            BookingAction.RESOLVE,
            BookingAction.REISSUE,
            BookingAction.WITHDRAW_REPORT);

    private static final Set<BookingAction> MAY_SAY_WHY =
            EnumSet.of(BookingAction.DECLINE, BookingAction.PAUSE, BookingAction.RESCHEDULE, BookingAction.REFUSE);

    /** Whether it is the reader's turn. */
    public boolean mine() {
        return next != null && next.who() == part;
    }

    /** Whether what comes next should have been done before. */
    public boolean overdue() {
        return next != null && next.overdue(now);
    }

    /** The one main action, if it is the reader's turn and there is one. */
    public Optional<BookingAction> primary() {
        return mine() ? USUAL.stream().filter(actions::contains).findFirst() : Optional.empty();
    }

    /** What else the reader may do. */
    public List<BookingAction> others() {
        return actions.stream()
                .filter(action -> primary().filter(action::equals).isEmpty())
                .toList();
    }

    /** Whether the reason has to be given. */
    public boolean needsReason(BookingAction action) {
        return NEED_REASON.contains(action);
    }

    /** Whether a reason is asked for at all. */
    public boolean asksReason(BookingAction action) {
        return NEED_REASON.contains(action) || MAY_SAY_WHY.contains(action);
    }

    /** Whether the action ends something, and is shown so. */
    public boolean grave(BookingAction action) {
        return action == BookingAction.CANCEL
                || action == BookingAction.DECLINE
                || action == BookingAction.TERMINATE
                || action == BookingAction.DISPUTE
                || action == BookingAction.WITHDRAW_REPORT;
    }

    /** The stage of five that the booking is at, 1 to 5; 0 if it ended without a report. */
    public int stage() {
        return switch (booking.state()) {
            case REQUESTED -> 1;
            case ACCEPTED -> 2;
            case IN_PROGRESS, ON_HOLD, DRAFTED -> 3;
            case REPORTED, DISPUTED -> 4;
            case COMPLETED -> 5;
            case DECLINED, EXPIRED, CANCELLED -> 0;
        };
    }

    /** Tone of a state's badge. */
    public static String tone(BookingState state) {
        return switch (state) {
            case REQUESTED, ON_HOLD -> "yellow";
            case ACCEPTED, IN_PROGRESS, DRAFTED -> "blue";
            case REPORTED, COMPLETED -> "green";
            case DISPUTED -> "red";
            case DECLINED, EXPIRED, CANCELLED -> "grey";
        };
    }

    /** The time of day of a moment, on the clocks of a zone. */
    public static String clock(Instant moment, ZoneId zone) {
        return CLOCK.format(moment.atZone(zone));
    }

    /** Icon of what happened. */
    public static String icon(BookingEvent event) {
        return switch (event.to()) {
            case REQUESTED -> "send";
            case ACCEPTED -> "circle-check";
            case IN_PROGRESS -> "tool";
            case ON_HOLD -> "player-pause";
            case DRAFTED -> "file-pencil";
            case REPORTED -> "file-certificate";
            case COMPLETED -> "checks";
            case DISPUTED -> "message-exclamation";
            case DECLINED, EXPIRED, CANCELLED -> "circle-x";
        };
    }

    /** The same with the organisations it is between. */
    BookingPage between(Map<UUID, Organisation> both) {
        return new BookingPage(booking, part, actions, next, events, slots, sections, both, now);
    }

    /** The name of the enterprise in the reader's language. */
    public String enterprise(Locale locale) {
        Organisation enterprise = parties.get(booking.parties().enterpriseId());
        return enterprise == null ? booking.parties().enterpriseName() : enterprise.name(locale);
    }

    /** The name of the provider in the reader's language. */
    public String provider(Locale locale) {
        Organisation provider = parties.get(booking.parties().providerId());
        return provider == null ? booking.parties().providerName() : provider.name(locale);
    }
}
