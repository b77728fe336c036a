package org.qibroker.notify;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that an organisation should know of.
 *
 * @param position of the event in the log
 * @param kind kind of the aggregate it is about, such as {@code booking}
 * @param subjectId the aggregate; of what is waited for the demand
 * @param type the event's; its text is the message {@code notify.event.<type>}
 * @param about what the text mentions
 * @param detail what was said beside, such as a reason
 */
public record Notice(
        UUID id,
        UUID organisationId,
        long position,
        String kind,
        UUID subjectId,
        String type,
        String about,
        @Nullable String detail,
        Instant at) {

    /** The page of what it is about. */
    public String href() {
        return href(kind, subjectId);
    }

    /** The page of an aggregate. */
    public static String href(String kind, UUID subjectId) {
        return switch (kind) {
            case "booking" -> "/bookings/" + subjectId;
            case "sample" -> "/bookings/" + subjectId + "/samples";
            case "quote" -> "/quote-requests/" + subjectId;
            case "billing" -> "/bookings/" + subjectId + "/billing";
            case "rating" -> "/bookings/" + subjectId + "/rating";
            case "complaint" -> "/complaints/" + subjectId;
            case "watch" -> "/demands/" + subjectId;
            case "gap" -> "/gaps/" + subjectId;
            case "organisation" -> "/account";
            case "uptake" -> "/region/reports";
            default -> "/providers/" + subjectId;
        };
    }

    /** Icon of what happened. */
    public String icon() {
        boolean warning = type.endsWith("-flagged")
                || type.startsWith("booking-late-")
                || type.endsWith("-rejected")
                || type.endsWith("-refused")
                || type.endsWith("-suspended");
        return switch (kind) {
            case "sample" -> "package";
            case "watch" -> "bell-check";
            case "gap" -> "alert-triangle";
            case "uptake" -> "chart-bar";
            case "quote" -> "receipt-2";
            case "billing" -> "file-invoice";
            case "rating" -> "star";
            case "complaint" -> "message-report";
            case "booking" -> warning ? "alert-triangle" : "calendar-event";
            default -> warning ? "alert-triangle" : "certificate";
        };
    }
}
