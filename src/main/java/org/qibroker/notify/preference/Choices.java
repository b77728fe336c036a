package org.qibroker.notify.preference;

import jakarta.validation.constraints.NotNull;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Language;
import org.qibroker.shared.Refusal;

/**
 * What a user has chosen.
 *
 * @param language of mails
 * @param channels by topic; a topic that is not there is told as usual
 */
public record Choices(@NotNull Language language, @NotNull Map<Topic, @NotNull Channel> channels) {
    /** How the user is told of a topic. */
    public Channel channel(Topic topic) {
        return channels.getOrDefault(topic, topic.usual());
    }

    /** Whether a mail is wanted. */
    public boolean mails(Topic topic) {
        return channel(topic) == Channel.MAIL;
    }

    /** Types of events that are not even among the notices. */
    List<String> muted() {
        return channels.entrySet().stream()
                .filter(choice -> choice.getValue() == Channel.NONE)
                .flatMap(choice -> choice.getKey().types().stream())
                .toList();
    }

    /** The same with every topic said. */
    Choices whole() {
        Map<Topic, Channel> all = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            all.put(topic, channel(topic));
        }
        return new Choices(language, all);
    }

    /** The same without mails on a topic. */
    Choices without(Topic topic) {
        Map<Topic, Channel> fewer = new EnumMap<>(whole().channels());
        fewer.put(topic, topic.channels().contains(Channel.NOTICE) ? Channel.NOTICE : Channel.NONE);
        return new Choices(language, fewer);
    }

    /**
     * The same, if each topic can be told like that.
     *
     * @throws Refusal BAD_INPUT naming those that cannot
     */
    Choices checked() {
        List<FieldFault> faults = channels.entrySet().stream()
                .filter(choice -> !choice.getKey().channels().contains(choice.getValue()))
                .map(choice -> FieldFault.of("/channels/" + choice.getKey(), "channel-not-possible", choice.getValue()))
                .toList();
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
        return this;
    }
}
