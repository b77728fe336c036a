package org.qibroker.feedback.complaint;

import java.util.List;
import org.qibroker.talk.Conversation;

/** What the page of a complaint shows to one reader. */
public record ComplaintPage(Complaint complaint, List<ComplaintAction> actions, Conversation messages) {

    /** Tone of a state's badge. */
    public static String tone(ComplaintState state) {
        return switch (state) {
            case RECEIVED -> "red";
            case ACKNOWLEDGED, MEDIATION -> "yellow";
            case ANSWERED -> "blue";
            case CLOSED -> "green";
        };
    }

    /** Whether the action is shown as one that ends something without an agreement. */
    public static boolean grave(ComplaintAction action) {
        return action == ComplaintAction.WITHDRAW || action == ComplaintAction.ESCALATE;
    }

    /** Whether something has to be written for it. */
    public static boolean says(ComplaintAction action) {
        return action != ComplaintAction.ACKNOWLEDGE && action != ComplaintAction.ACCEPT;
    }

    /** Whether it has to be said what is thought of the complaint. */
    public static boolean judges(ComplaintAction action) {
        return action == ComplaintAction.ANSWER || action == ComplaintAction.DECIDE;
    }
}
