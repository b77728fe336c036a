package org.qibroker.notify.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, in the reader's language.
 *
 * @param language tag such as {@code zh-CN}
 * @param greeting by the reader's name
 * @param detail what was said beside
 * @param link to the page that tells more
 * @param reason why the reader gets it
 * @param stop address at which it can be stopped
 * @param settings address of all choices
 */
public record NoticeMail(
        String language,
        String subject,
        String greeting,
        @Nullable String detail,
        List<Fact> facts,
        Link link,
        String reason,
        Link stop,
        Link settings) {

    /** Copies the facts. */
    public NoticeMail {
        facts = List.copyOf(facts);
    }

    /** Something worth knowing, by its name. */
    public record Fact(String name, String value) {}

    /** An address, and what it is called. */
    public record Link(String address, String text) {}

    /** All of it as plain text (RFC 5322: lines end with CR LF). */
    String text() {
        StringBuilder text = new StringBuilder();
        text.append(greeting).append("\r\n\r\n").append(subject).append("\r\n");
        if (detail != null) {
            text.append(detail).append("\r\n");
        }
        text.append("\r\n");
        facts.forEach(fact ->
                text.append(fact.name()).append(": ").append(fact.value()).append("\r\n"));
        text.append(facts.isEmpty() ? "" : "\r\n");
        text.append(line(link)).append("\r\n-- \r\n").append(reason).append("\r\n");
        return text.append(line(stop)).append(line(settings)).toString();
    }

    private static String line(Link link) {
        return link.text() + ": " + link.address() + "\r\n";
    }
}
