package org.qibroker.talk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qibroker.platform.web.Fragment;

/**
 * The messages about a thing, as one reader sees them; the template {@code talk/section.jte} shows them.
 *
 * @param part in what part the reader looks, and would write
 */
public record Conversation(Subject subject, UUID id, Part part, List<Message> messages) {
    /** Copies the messages. */
    public Conversation {
        messages = List.copyOf(messages);
    }

    /** The page of the thing. */
    public String page() {
        return "/" + subject.path() + "/" + id;
    }

    /** The section of that page. */
    public Fragment fragment() {
        return new Fragment("talk/section.jte", Map.of("talk", this));
    }
}
