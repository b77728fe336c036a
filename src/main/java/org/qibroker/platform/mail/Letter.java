package org.qibroker.platform.mail;

import org.jspecify.annotations.Nullable;

/**
 * A mail as it is to be sent.
 *
 * @param once what it tells, and whom: a second letter of the same is not sent; absent if there may be several
 * @param to address of the one who gets it
 * @param text as plain text
 * @param html the same as HTML
 * @param stop address at which a click stops mails like it (RFC 8058), absent if nobody can
 * @param invitation what a calendar is to take from it, absent if nothing
 */
public record Letter(
        @Nullable String once,
        String to,
        String subject,
        String text,
        String html,
        @Nullable String stop,
        @Nullable Invitation invitation) {

    /**
     * A calendar object for a calendar program (RFC 6047).
     *
     * @param method such as {@code REQUEST}, the same as in the object
     * @param calendar the object (RFC 5545)
     */
    public record Invitation(String method, String calendar) {}

    /** A letter that nobody can stop, such as one that was asked for. */
    public static Letter of(String to, String subject, String text, String html) {
        return new Letter(null, to, subject, text, html, null, null);
    }
}
