package org.qibroker.booking.machine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a booking, written a second time from the domain and from nothing else: the table, and what has to be
 * known beside the state. It is told when things are due, and foretells what each command does.
 */
public final class BookingModel {
    /** From, action, by, to. */
    public static final String STEPS =
            """
            REQUESTED ACCEPT PROVIDER ACCEPTED
            REQUESTED DECLINE PROVIDER DECLINED
            REQUESTED CANCEL ENTERPRISE CANCELLED
            REQUESTED CANCEL PROVIDER CANCELLED
            ACCEPTED CANCEL ENTERPRISE CANCELLED
            ACCEPTED CANCEL PROVIDER CANCELLED
            ACCEPTED RESCHEDULE ENTERPRISE ACCEPTED
            ACCEPTED RESCHEDULE PROVIDER ACCEPTED
            ACCEPTED AGREE ENTERPRISE ACCEPTED
            ACCEPTED AGREE PROVIDER ACCEPTED
            ACCEPTED REFUSE ENTERPRISE ACCEPTED
            ACCEPTED REFUSE PROVIDER ACCEPTED
            ACCEPTED RECEIVE PROVIDER IN_PROGRESS
            ACCEPTED START PROVIDER IN_PROGRESS
            IN_PROGRESS PAUSE PROVIDER ON_HOLD
            ON_HOLD RESUME ENTERPRISE IN_PROGRESS
            ON_HOLD RESUME PROVIDER IN_PROGRESS
            IN_PROGRESS DRAFT PROVIDER DRAFTED
            DRAFTED REQUEST_CHANGE ENTERPRISE IN_PROGRESS
            DRAFTED APPROVE ENTERPRISE DRAFTED
            DRAFTED WITHDRAW_DRAFT PROVIDER IN_PROGRESS
            IN_PROGRESS ISSUE PROVIDER REPORTED
            DRAFTED ISSUE PROVIDER REPORTED
            IN_PROGRESS TERMINATE ENTERPRISE IN_PROGRESS
            IN_PROGRESS TERMINATE PROVIDER IN_PROGRESS
            IN_PROGRESS TERMINATE COORDINATOR CANCELLED
            IN_PROGRESS AGREE ENTERPRISE CANCELLED
            IN_PROGRESS AGREE PROVIDER CANCELLED
            IN_PROGRESS REFUSE ENTERPRISE IN_PROGRESS
            IN_PROGRESS REFUSE PROVIDER IN_PROGRESS
            ON_HOLD TERMINATE ENTERPRISE ON_HOLD
            ON_HOLD TERMINATE PROVIDER ON_HOLD
            ON_HOLD TERMINATE COORDINATOR CANCELLED
            ON_HOLD AGREE ENTERPRISE CANCELLED
            ON_HOLD AGREE PROVIDER CANCELLED
            ON_HOLD REFUSE ENTERPRISE ON_HOLD
            ON_HOLD REFUSE PROVIDER ON_HOLD
            DRAFTED TERMINATE ENTERPRISE DRAFTED
            DRAFTED TERMINATE PROVIDER DRAFTED
            DRAFTED TERMINATE COORDINATOR CANCELLED
            DRAFTED AGREE ENTERPRISE CANCELLED
            DRAFTED AGREE PROVIDER CANCELLED
            DRAFTED REFUSE ENTERPRISE DRAFTED
            DRAFTED REFUSE PROVIDER DRAFTED
            REPORTED ACCEPT_REPORT ENTERPRISE COMPLETED
            REPORTED DISPUTE ENTERPRISE DISPUTED
            REPORTED REISSUE PROVIDER REPORTED
            COMPLETED REISSUE PROVIDER REPORTED
            DISPUTED REISSUE PROVIDER REPORTED
            REPORTED WITHDRAW_REPORT PROVIDER REPORTED
            COMPLETED WITHDRAW_REPORT PROVIDER COMPLETED
            DISPUTED ACCEPT_REPORT ENTERPRISE COMPLETED
            DISPUTED RESOLVE COORDINATOR COMPLETED
            DISPUTED RESOLVE COORDINATOR CANCELLED""";

    /** What the clock does. */
    static final String CLOCK =
            """
            REQUESTED expire CLOCK EXPIRED
            ACCEPTED lapse CLOCK ACCEPTED
            IN_PROGRESS lapse CLOCK IN_PROGRESS
            ON_HOLD lapse CLOCK ON_HOLD
            DRAFTED lapse CLOCK DRAFTED
            REPORTED complete CLOCK COMPLETED
            """;

    private static final Set<String> TABLE = new TreeSet<>(STEPS.lines().toList());

    private String state;
    private @Nullable String proposedBy;
    private boolean draftEver;
    private boolean approved;
    private boolean withdrawn;
    private final Set<String> taken = new TreeSet<>();

    /** A booking that has been requested. */
    public BookingModel() {
        this.state = "REQUESTED";
    }

    /** When things are due, as the broker says; absent what is not. */
    public record Dues(
            @Nullable Instant response,
            @Nullable Instant proposal,
            @Nullable Instant draft,
            @Nullable Instant completion) {}

    /** What is asked of the booking. */
    public record Command(String action, String by, String outcome) {}

    /** Where it stands. */
    public String state() {
        return state;
    }

    /** All ways that were taken. */
    public Set<String> taken() {
        return taken;
    }

    /** What the table names for the state: action, by and to, with blanks between. */
    List<String> named() {
        return TABLE.stream()
                .filter(row -> row.startsWith(state + " "))
                .map(row -> row.substring(state.length() + 1))
                .toList();
    }

    /** What becomes of a command: the state afterwards, or FORBIDDEN or CONFLICT. */
    public String foretell(Command command, Dues dues, Instant now) {
        List<String> to = rows(state, command.action(), command.by());
        if (to.isEmpty()) {
            boolean never = rows("", command.action(), command.by()).isEmpty();
            boolean othersMay = !rows(state, command.action(), "").isEmpty();
            return never || othersMay ? "FORBIDDEN" : "CONFLICT";
        }
        if (hindered(command, dues, now)) {
            return "CONFLICT";
        }
        return to.contains(command.outcome()) ? command.outcome() : to.get(0);
    }

    /** States that rows of the table lead to; an empty text fits all. */
    private static List<String> rows(String from, String action, String by) {
        List<String> to = new ArrayList<>();
        for (String row : TABLE) {
            String[] cells = row.split(" ");
            boolean fits = (from.isEmpty() || from.equals(cells[0]))
                    && action.equals(cells[1])
                    && (by.isEmpty() || by.equals(cells[2]));
            if (fits) {
                to.add(cells[3]);
            }
        }
        return to;
    }

    private boolean hindered(Command command, Dues dues, Instant now) {
        boolean party = !command.by().equals("COORDINATOR");
        return switch (command.action()) {
            case "ACCEPT" -> passed(dues.response(), now);
            case "RESCHEDULE" -> proposedBy != null;
            case "TERMINATE" -> party && proposedBy != null;
            case "AGREE", "REFUSE" ->
                proposedBy == null || proposedBy.equals(command.by()) || passed(dues.proposal(), now);
            case "APPROVE" -> approved;
            case "ISSUE" -> draftEver && !approved && !(state.equals("DRAFTED") && passed(dues.draft(), now));
            case "ACCEPT_REPORT", "WITHDRAW_REPORT" -> withdrawn;
            default -> false;
        };
    }

    private static boolean passed(@Nullable Instant due, Instant now) {
        return due != null && !now.isBefore(due);
    }

    /** A command was done as foretold. */
    public void done(Command command, String to) {
        taken.add("%s %s %s %s".formatted(state, command.action(), command.by(), to));
        boolean party = !command.by().equals("COORDINATOR");
        switch (command.action()) {
            case "RESCHEDULE" -> proposedBy = command.by();
            case "TERMINATE" -> proposedBy = party ? command.by() : null;
            case "AGREE", "REFUSE", "RECEIVE", "START", "CANCEL", "ISSUE" -> proposedBy = null;
            case "DRAFT" -> draftEver = true;
            case "APPROVE" -> approved = true;
            case "WITHDRAW_REPORT" -> withdrawn = true;
            case "REISSUE" -> withdrawn = false;
            default -> {}
        }
        approved = approved && !Set.of("REQUEST_CHANGE", "WITHDRAW_DRAFT").contains(command.action());
        state = to;
    }

    /** Time has passed. */
    void timePasses(Dues dues, Instant now) {
        if (state.equals("REQUESTED") && passed(dues.response(), now)) {
            clock("expire", "EXPIRED");
        }
        if (proposedBy != null && passed(dues.proposal(), now)) {
            clock("lapse", state);
            proposedBy = null;
        }
        if (state.equals("REPORTED") && !withdrawn && passed(dues.completion(), now)) {
            clock("complete", "COMPLETED");
        }
    }

    private void clock(String what, String to) {
        taken.add("%s %s CLOCK %s".formatted(state, what, to));
        state = to;
    }
}
