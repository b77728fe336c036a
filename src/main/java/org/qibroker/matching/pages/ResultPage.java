package org.qibroker.matching.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.Preset;
import org.qibroker.matching.answer.Weights;
import org.qibroker.platform.http.Inputs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A page that shows a match: how its candidates are ranked, and where ranking and comparing lead.
 *
 * @param path the page's address without its query
 * @param kept what of the query stays, whatever is ranked or compared
 * @param weights how the candidates are ranked
 * @param weighed whether the reader chose the weights
 */
public record ResultPage(String path, List<Field> kept, Weights weights, boolean weighed) {
    /** How many candidates stand side by side. */
    public static final int MOST_COMPARED = 4;

    private static final Logger LOG = LoggerFactory.getLogger(ResultPage.class);
    private static final String PREFIX = "w-";
    private static final double MOST = 100;

    /** Copies the fields. */
    public ResultPage {
        kept = List.copyOf(kept);
    }

    /** A field of a query. */
    public record Field(String name, String value) {}

    /** A part of the score that can be weighed, by its name, with its weight. */
    public record Part(String name, int weight) {
        /** The name of its slider. */
        public String field() {
            return PREFIX + name;
        }
    }

    /** A page whose query may hold weights; if it does not, those of a preset count. */
    public static ResultPage of(String path, List<Field> kept, Inputs query, Preset preset) {
        Preset chosen = query.constant("preset", Preset.class).orElse(null);
        Weights typed = new Weights(
                weight(query, "price"),
                weight(query, "finish"),
                weight(query, "uncertainty"),
                weight(query, "distance"),
                weight(query, "record"));
        if (chosen == null && !typed.empty()) {
            return new ResultPage(path, kept, typed, true);
        }
        return new ResultPage(path, kept, Weights.of(chosen == null ? preset : chosen), chosen != null);
    }

    private static double weight(Inputs query, String part) {
        return Math.min(MOST, Math.max(0, query.integer(PREFIX + part).orElse(0)));
    }

    /** The parts with their weights, in the order of the score. */
    public List<Part> parts() {
        return List.of(
                part("price", weights.price()),
                part("finish", weights.finish()),
                part("uncertainty", weights.uncertainty()),
                part("distance", weights.distance()),
                part("record", weights.record()));
    }

    private static Part part(String name, @Nullable Double weight) {
        return new Part(name, weight == null ? 0 : (int) Math.round(weight));
    }

    /** What a form has to send along so that the reader's weights stay. */
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>(kept);
        if (weighed) {
            parts().forEach(part -> fields.add(new Field(part.field(), String.valueOf(part.weight()))));
        }
        return fields;
    }

    /** The address of the page, with the reader's weights. */
    public String url() {
        String query = fields().stream()
                .map(field -> field.name() + "=" + URLEncoder.encode(field.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** The sites that a query names; what is no id is none of them. */
    static List<UUID> sites(List<String> texts) {
        List<UUID> sites = new ArrayList<>();
        for (String text : texts) {
            try {
                sites.add(UUID.fromString(text));
            } catch (IllegalArgumentException e) {
                LOG.debug("no site: {}", text, e);
            }
        }
        return sites;
    }
}
