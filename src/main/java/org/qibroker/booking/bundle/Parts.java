package org.qibroker.booking.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.pages.ChosenSlot;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.ScopeView;
import org.qibroker.catalog.Site;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.answer.Bundle;
import org.qibroker.resource.Resource;
import org.qibroker.resource.offer.FreeSlot;

/** Which bookings a plan makes, and which slots are proposed for them. Pure. */
final class Parts {
    private static final int MOST_LINES = 50;

    private Parts() {}

    /** What can be one booking. */
    private record Key(UUID site, @Nullable UUID resource, int pieces, int sheet) {}

    /** The resource that lines need, if they need one. */
    static Optional<UUID> resource(List<UUID> lines, ScopeView scopes) {
        return lines.stream()
                .flatMap(id -> scopes.line(id).stream())
                .map(Capability::terms)
                .map(Capability.Terms::resourceId)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The bookings of a plan, in the order of their first items. */
    static List<Part> of(Bundle plan, List<ItemSpec> items, ScopeView scopes, Map<UUID, Resource> resources) {
        Map<Key, List<Bundle.Choice>> grouped = new LinkedHashMap<>();
        Map<Key, Set<UUID>> lines = new HashMap<>();
        for (Bundle.Choice choice : plan.choices()) {
            Integer pieces = items.get(choice.item()).pieces();
            UUID resource = resource(choice.capabilityIds(), scopes).orElse(null);
            Key key = new Key(choice.siteId(), resource, pieces == null ? 1 : pieces, 0);
            while (lines.containsKey(key)
                    && lines.get(key).size() + choice.capabilityIds().size() > MOST_LINES) {
                key = new Key(key.site, key.resource, key.pieces, key.sheet + 1);
            }
            grouped.computeIfAbsent(key, k -> new ArrayList<>()).add(choice);
            lines.computeIfAbsent(key, k -> new LinkedHashSet<>()).addAll(choice.capabilityIds());
        }
        List<Part> parts = new ArrayList<>();
        grouped.forEach((key, choices) ->
                parts.add(part(choices, scopes, key, List.copyOf(Objects.requireNonNull(lines.get(key))), resources)));
        return parts;
    }

    private static Part part(
            List<Bundle.Choice> choices, ScopeView scopes, Key key, List<UUID> lines, Map<UUID, Resource> resources) {
        Bundle.Choice first = choices.get(0);
        Optional<Provider> provider = scopes.findProvider(first.providerId());
        return new Part(
                first.providerId(),
                first.providerName(),
                provider.map(Provider::nameEn).orElse(null),
                first.siteName(),
                provider.flatMap(known -> known.site(first.siteId()))
                        .map(Site::nameEn)
                        .orElse(null),
                choices.stream().map(Bundle.Choice::item).toList(),
                lines,
                key.pieces,
                key.resource == null ? null : resources.get(key.resource));
    }

    /** For each part the earliest slot that still has a place when the parts before have taken theirs; {@code ""} if none. */
    static List<String> proposed(List<Part> parts, Map<UUID, List<FreeSlot>> free) {
        Map<String, Integer> taken = new HashMap<>();
        List<String> proposed = new ArrayList<>();
        for (Part part : parts) {
            Resource resource = part.resource();
            boolean days = resource != null && resource.mode().wholeDays();
            String chosen = "";
            List<FreeSlot> slots = resource == null ? List.of() : free.getOrDefault(resource.id(), List.of());
            for (FreeSlot slot : slots) {
                String place = part.resource() + ChosenSlot.value(slot);
                int places = days ? Math.min(part.pieces(), slot.free()) : 1;
                if (chosen.isEmpty() && places > 0 && taken.getOrDefault(place, 0) + places <= slot.free()) {
                    taken.merge(place, places, Integer::sum);
                    chosen = ChosenSlot.value(slot);
                }
            }
            proposed.add(chosen);
        }
        return proposed;
    }
}
