package org.qibroker.matching.relaxation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.qibroker.matching.MatchRequest;
import org.qibroker.matching.answer.Change;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.platform.http.Json;
import org.qibroker.platform.http.Validation;
import org.qibroker.shared.Refusal;

/**
 * Steps of a JSON patch that someone wants to be made in a request.
 *
 * @param steps in order
 * @param text as it came
 */
public record Changes(List<Change> steps, String text) {
    private static final int MOST_STEPS = 20;
    private static final int LONGEST = 4000;

    /** Reads them; empty if the text is no such patch. */
    public static Optional<Changes> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            List<Change> steps = List.of(Json.mapper().readValue(text, Change[].class));
            boolean whole = steps.size() <= MOST_STEPS && steps.stream().allMatch(Changes::complete);
            return whole ? Optional.of(new Changes(steps, text)) : Optional.empty();
        } catch (JsonProcessingException | NullPointerException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean complete(Change step) {
        Objects.requireNonNull(step.op());
        return step.path().startsWith("/") && (step.op() == Change.Op.remove || step.value() != null);
    }

    /** As {@link #read} takes them. */
    public static String write(List<Change> steps) {
        return Json.write(steps);
    }

    /** The request with these changes; empty if they do not fit it, or what they lead to is no request. */
    public Optional<MatchRequest> applied(MatchRequest request) {
        ObjectNode tree = Json.mapper().valueToTree(request);
        try {
            for (Change step : steps) {
                apply(tree, step);
            }
            return Optional.of(Validation.valid(Json.mapper().treeToValue(tree, MatchRequest.class)));
        } catch (JsonProcessingException | IllegalArgumentException | Refusal unfit) {
            return Optional.empty();
        }
    }

    private static void apply(ObjectNode tree, Change step) {
        JsonPointer path = JsonPointer.compile(step.path());
        JsonNode parent = tree.at(path.head());
        JsonPointer last = path.last();
        if (parent instanceof ObjectNode object) {
            if (step.op() == Change.Op.remove) {
                object.remove(last.getMatchingProperty());
            } else {
                object.set(last.getMatchingProperty(), step.value());
            }
        } else if (parent instanceof ArrayNode array && array.has(last.getMatchingIndex())) {
            array.remove(last.getMatchingIndex());
            if (step.op() == Change.Op.add) {
                array.insert(last.getMatchingIndex(), step.value());
            }
        } else {
            throw new IllegalArgumentException("nothing at " + step.path());
        }
    }

    /** The criteria that are changed. */
    public List<Criterion> criteria() {
        TreeSet<Criterion> criteria = new TreeSet<>();
        steps.forEach(step -> criterion(step.path()).ifPresent(criteria::add));
        return List.copyOf(criteria);
    }

    private static Optional<Criterion> criterion(String path) {
        for (String part : path.split("/")) {
            Optional<Criterion> found =
                    switch (part) {
                        case "subject" -> Optional.of(Criterion.SUBJECT);
                        case "range", "points" -> Optional.of(Criterion.RANGE);
                        case "conditions" -> Optional.of(Criterion.CONDITIONS);
                        case "maxUncertainty", "tolerance" -> Optional.of(Criterion.UNCERTAINTY);
                        case "methods" -> Optional.of(Criterion.METHOD);
                        case "marks" -> Optional.of(Criterion.MARK);
                        case "onSite" -> Optional.of(Criterion.ONSITE);
                        case "neededBy" -> Optional.of(Criterion.DEADLINE);
                        case "budget" -> Optional.of(Criterion.BUDGET);
                        default -> Optional.empty();
                    };
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
