package org.qibroker.insight.count;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an event says; what is not there, or of another form, is not said.
 *
 * @param node its data, or a part of them
 */
record Said(JsonNode node) {
    String text(String name) {
        return node.path(name).asText("");
    }

    boolean says(String name) {
        return node.hasNonNull(name);
    }

    @Nullable
    String textIfSaid(String name) {
        String text = text(name);
        return text.isEmpty() ? null : text;
    }

    long number(String name) {
        return node.path(name).asLong();
    }

    @Nullable
    UUID id(String name) {
        return says(name) ? id(node.path(name)) : null;
    }

    private static @Nullable UUID id(JsonNode node) {
        try {
            return UUID.fromString(node.asText());
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    /** The ids of a list, each once. */
    List<UUID> ids(String name) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (JsonNode each : node.path(name)) {
            UUID id = id(each);
            if (id != null) {
                ids.add(id);
            }
        }
        return List.copyOf(ids);
    }

    @Nullable
    Instant moment(String name) {
        try {
            return says(name) ? Instant.parse(text(name)) : null;
        } catch (DateTimeParseException noMoment) {
            return null;
        }
    }

    /** The texts of a list, each once. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        node.path(name).forEach(text -> texts.add(text.asText()));
        return texts.stream().distinct().toList();
    }

    List<Said> parts(String name) {
        List<Said> parts = new ArrayList<>();
        node.path(name).forEach(part -> parts.add(new Said(part)));
        return parts;
    }

    Said part(String name) {
        return new Said(node.path(name));
    }
}
