package org.qibroker.insight.count;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.insight.count.Fact.About;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.shared.RegionTime;

/** Which facts an event is. Pure. */
final class FactRules {
    private static final Set<String> ANSWERS = Set.of("ACCEPTED", "DECLINED");

    private FactRules() {}

    /** Of a demand that was submitted; it counts under the family of its first item. */
    static List<Fact> demand(LoggedEvent event, Said said) {
        UUID enterprise = said.id("enterpriseId");
        if (enterprise == null || !event.type().equals("demand-submitted")) {
            return List.of();
        }
        String family = said.parts("items").stream()
                .findFirst()
                .map(item -> item.text("family"))
                .orElse("");
        About about = new About(enterprise, null, event.stream(), null, family);
        return List.of(Fact.once(Measure.DEMAND, event.stream(), about));
    }

    /** Of a match that was kept: each item, and whether somebody can serve it. */
    static List<Fact> match(LoggedEvent event, Said said) {
        UUID enterprise = said.id("enterpriseId");
        List<Fact> facts = new ArrayList<>();
        for (Said item : said.parts("items")) {
            UUID id = item.id("itemId");
            if (enterprise != null && id != null) {
                About about = new About(enterprise, null, said.id("demandId"), null, item.text("family"));
                facts.add(Fact.once(Measure.ITEM, id, about));
                facts.addAll(
                        item.says("gap")
                                ? List.of(new Fact(Measure.UNMET, id, about, gap(item.part("gap")), 1))
                                : List.of(
                                        Fact.once(Measure.MATCHED, id, about), Fact.once(Measure.UNBOOKED, id, about)));
                facts.addAll(shown(id, about, item.ids("shown")));
            }
        }
        return facts;
    }

    private static List<Fact> shown(UUID item, About about, List<UUID> providers) {
        List<Fact> facts = new ArrayList<>();
        for (UUID provider : providers) {
            UUID subject = named(item + " " + provider);
            About shown = new About(about.enterprise(), provider, about.demand(), null, about.family());
            facts.add(Fact.once(Measure.SHOWN, subject, shown));
            if (provider.equals(providers.get(0))) {
                facts.add(Fact.once(Measure.SHOWN_FIRST, subject, shown));
            }
        }
        return facts;
    }

    /** An id that only this text has. */
    static UUID named(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bucket of a gap's type. */
    static int gap(Said gap) {
        return GapKind.of(gap.text("type")).bucket();
    }

    /**
     * Of a step of a booking.
     *
     * @param askedAt when it was asked for
     */
    static List<Fact> booking(LoggedEvent event, Said said, Instant askedAt) {
        UUID enterprise = said.id("enterpriseId");
        if (enterprise == null) {
            return List.of();
        }
        About about =
                new About(enterprise, said.id("providerId"), said.id("demandId"), event.stream(), said.text("family"));
        String from = said.text("from");
        String to = said.text("to");
        List<Fact> facts = new ArrayList<>();
        if (from.isEmpty()) {
            facts.add(Fact.once(Measure.REQUESTED, event.stream(), about));
        } else if (from.equals("REQUESTED") && ANSWERS.contains(to)) {
            facts.add(answered(event, about, askedAt));
        }
        if (to.equals("ACCEPTED") && (from.isEmpty() || from.equals("REQUESTED"))) {
            facts.add(Fact.once(Measure.BOOKED, event.stream(), about));
        }
        if (event.type().equals("booking-reported")) {
            facts.addAll(reported(event, about, said.moment("turnaroundDue")));
        }
        if (!from.equals(to)) {
            facts.addAll(ended(event, about, to));
        }
        return facts;
    }

    private static List<Fact> reported(LoggedEvent event, About about, @Nullable Instant due) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.once(Measure.REPORTED, event.stream(), about));
        if (due != null) {
            facts.add(Fact.once(Measure.DUE, event.stream(), about));
        }
        if (due != null && !event.at().isAfter(due)) {
            facts.add(Fact.once(Measure.ON_TIME, event.stream(), about));
        }
        return facts;
    }

    private static List<Fact> ended(LoggedEvent event, About about, String to) {
        return switch (to) {
            case "COMPLETED" -> List.of(Fact.once(Measure.COMPLETED, event.stream(), about));
            case "DISPUTED" -> List.of(Fact.once(Measure.DISPUTED, event.stream(), about));
            default -> List.of();
        };
    }

    /** Of a rating. */
    static List<Fact> rating(LoggedEvent event, Said said) {
        UUID enterprise = said.id("enterpriseId");
        if (enterprise == null || !event.type().equals("rating-given")) {
            return List.of();
        }
        About about = new About(enterprise, said.id("providerId"), null, event.stream(), "");
        long thirds = said.number("service") + said.number("punctuality") + said.number("clarity");
        return List.of(
                Fact.once(Measure.RATED, event.stream(), about),
                new Fact(Measure.RATING_THIRDS, event.stream(), about, 0, thirds));
    }

    /** Of the first answer to a request for a quote; it counts under no family. */
    static List<Fact> quote(LoggedEvent event, Said said, Instant askedAt) {
        UUID enterprise = said.id("enterpriseId");
        return enterprise == null
                ? List.of()
                : List.of(answered(
                        event, new About(enterprise, said.id("providerId"), said.id("demandId"), null, ""), askedAt));
    }

    /** Of a day on which an enterprise came; the day, in Shanghai, counts once. */
    static List<Fact> visit(LoggedEvent event, Said said) {
        UUID enterprise = said.id("enterpriseId");
        if (enterprise == null) {
            return List.of();
        }
        String day = enterprise + " " + RegionTime.day(event.at());
        return List.of(Fact.once(Measure.VISIT, named(day), new About(enterprise, null, null, null, "")));
    }

    private static Fact answered(LoggedEvent event, About about, Instant askedAt) {
        int step = AnswerTimes.step(Duration.between(askedAt, event.at()));
        return new Fact(Measure.ANSWERED, event.stream(), about, step, 1);
    }
}
