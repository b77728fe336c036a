package org.qibroker.matching.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qibroker.matching.answer.Bundle;
import org.qibroker.matching.bundle.Label;

/** Plans for a request as pages show them side by side. */
public record BundleView(List<Bundle> plans) {

    /** What one site takes of a plan. */
    public record Share(UUID providerId, String provider, UUID siteId, String site, List<Bundle.Choice> choices) {}

    /** Whether there is anything to choose between: plans for one item are its candidates. */
    public boolean worthwhile() {
        return plans.stream().anyMatch(plan -> plan.choices().size() > 1);
    }

    /** Who takes part in a plan, with what each takes. */
    public static List<Share> shares(Bundle plan) {
        Map<UUID, List<Bundle.Choice>> bySite = new LinkedHashMap<>();
        plan.choices().forEach(choice -> bySite.computeIfAbsent(choice.siteId(), id -> new ArrayList<>())
                .add(choice));
        return bySite.values().stream()
                .map(choices -> {
                    Bundle.Choice any = choices.get(0);
                    return new Share(
                            any.providerId(), any.providerName(), any.siteId(), any.siteName(), List.copyOf(choices));
                })
                .toList();
    }

    /** Whether a plan is the best of all in what the label says. */
    public static boolean best(Bundle plan, Label label) {
        return plan.bestAt().contains(label);
    }

    /** Whether no plan is certainly better at what these are named for. */
    public boolean proven() {
        return plans.stream().allMatch(Bundle::proven);
    }
}
