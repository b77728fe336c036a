package org.qibroker.matching.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.ScopeView;
import org.qibroker.catalog.plot.Plot;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.matching.answer.Candidate;
import org.qibroker.matching.answer.Change;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.ItemAnswer;
import org.qibroker.matching.answer.MatchAnswer;
import org.qibroker.matching.answer.ProofSentences;
import org.qibroker.matching.answer.Score;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.matching.criteria.AskedItem;
import org.qibroker.matching.criteria.KindReading;
import org.qibroker.matching.criteria.Limit;
import org.qibroker.matching.relaxation.Changes;
import org.qibroker.matching.words.Vocabulary;
import org.qibroker.measure.Numbers;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.web.PageContext;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;

/** A match as pages show it: names in the reader's language, verdicts with their colours. */
public final class MatchView {
    private static final String AT_LEAST = "≥ ";
    private static final int MOST_NARROWER = 8;

    private final List<ItemSpec> specs;
    private final MatchAnswer answer;
    private final ScopeView scopes;
    private final UnitRegistry units;
    private final ProofSentences sentences;
    private final Vocabulary subjects;

    MatchView(List<ItemSpec> specs, MatchAnswer answer, ScopeView scopes, Speech speech) {
        this.specs = specs;
        this.answer = answer;
        this.scopes = scopes;
        this.units = speech.units;
        this.sentences = speech.sentences;
        this.subjects = speech.subjects;
    }

    /** What a view speaks with. */
    record Speech(UnitRegistry units, ProofSentences sentences, Vocabulary subjects) {}

    /** A subject that is served here, and the change of the request that asks for it. */
    public record Narrower(String zh, String en, List<Change> patch) {}

    /** What is served that is a kind of what an item asks, where nobody serves all of it: one may be what is meant. */
    public List<Narrower> narrower(int index) {
        boolean met = item(index)
                .map(found ->
                        !found.candidates().isEmpty() || !found.nearMisses().isEmpty())
                .orElse(true);
        if (met) {
            return List.of();
        }
        ItemSpec spec = specs.get(index);
        Set<String> served = scopes.subjectKeys(spec.family());
        return subjects.narrower(spec.subject()).stream()
                .filter(concept -> subjects.keys(concept).stream().anyMatch(served::contains))
                .limit(MOST_NARROWER)
                .map(concept -> new Narrower(
                        concept.zh(), concept.en(), List.of(Change.set("/items/" + index + "/subject", concept.zh()))))
                .toList();
    }

    /** What is asked, in order. */
    public List<ItemSpec> specs() {
        return specs;
    }

    /** The answer to the item at an index; absent where there is none. */
    public Optional<ItemAnswer> item(int index) {
        return index < answer.items().size() ? Optional.of(answer.items().get(index)) : Optional.empty();
    }

    /** Plans for all of it. */
    public BundleView bundles() {
        return new BundleView(answer.bundles());
    }

    /** The provider's name in the language of the page. */
    public String provider(PageContext ctx, UUID id, String otherwise) {
        return scopes.findProvider(id)
                .map(p -> ctx.either(p.nameZh(), p.nameEn()))
                .orElse(otherwise);
    }

    /** The site's name and district. */
    public String site(PageContext ctx, UUID providerId, UUID siteId, String otherwise) {
        return scopes.findProvider(providerId)
                .flatMap(provider -> provider.site(siteId))
                .map(site -> ctx.either(site.nameZh(), site.nameEn()) + " · " + ctx.district(site.district()))
                .orElse(otherwise);
    }

    /** The colour of a verdict. */
    public static String tone(CriterionResult result) {
        return switch (result.verdict()) {
            case COVERED -> "green";
            case PARTLY -> result.fails() ? "red" : "yellow";
            case NOT_COVERED -> "red";
            case UNDECIDABLE -> "yellow";
            case NOT_ASKED -> "grey";
        };
    }

    /** The sign of a verdict. */
    public static String icon(CriterionResult result) {
        return switch (tone(result)) {
            case "green" -> "check";
            case "red" -> "x";
            case "yellow" -> "help-circle";
            default -> "point";
        };
    }

    /** A result as a sentence in the language of the page. */
    public String sentence(PageContext ctx, CriterionResult result) {
        return sentences.of(ctx.locale(), result);
    }

    /** The criteria worth a row: what is asked, and what else the line says. */
    public static List<CriterionResult> rows(List<CriterionResult> criteria) {
        return criteria.stream()
                .filter(r -> r.criterion() != Criterion.FAMILY)
                .filter(r -> r.verdict() != Verdict.NOT_ASKED || r.offered() != null)
                .filter(r -> r.criterion() != Criterion.QUANTITY || r.verdict() != Verdict.NOT_ASKED)
                .toList();
    }

    /** How many rows are covered, and how many are asked. */
    public static int count(List<CriterionResult> criteria, boolean covered) {
        return (int) criteria.stream()
                .filter(r -> covered ? r.verdict() == Verdict.COVERED : r.verdict() != Verdict.NOT_ASKED)
                .count();
    }

    /** A value of a proof as its reader knows it; quantities by their names. */
    public String shown(PageContext ctx, Criterion criterion, @Nullable String text) {
        return criterion == Criterion.QUANTITY && text != null
                ? units.kind(text)
                        .map(kind -> ctx.either(kind.nameZh(), kind.nameEn()))
                        .orElse(text)
                : value(ctx, criterion, text);
    }

    /** A value of a proof in the language of the page. */
    public static String value(PageContext ctx, Criterion criterion, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "–";
        }
        return switch (criterion) {
            case FAMILY -> ctx.option(Family.valueOf(text));
            case SERVICE_KIND -> ctx.option(ServiceKind.valueOf(text));
            case ONSITE -> ctx.t("matching.onsite." + text);
            case BUDGET ->
                text.startsWith(AT_LEAST) ? ctx.t("matching.at-least", text.substring(AT_LEAST.length())) : text;
            default -> ctx.english() ? text : text.replace(" at ", "，在 ");
        };
    }

    /** What a relaxation leads to, in the language of the page. */
    public static String target(PageContext ctx, Criterion criterion, String to) {
        return to.isEmpty() ? ctx.t("matching.relax.dropped") : value(ctx, criterion, to);
    }

    /** A patch as the value of a field. */
    public static String patch(List<Change> patch) {
        return Changes.write(patch);
    }

    /** What an item asks, in short pieces. */
    public List<String> chips(PageContext ctx, ItemSpec spec) {
        List<String> chips = new ArrayList<>();
        chips.add(ctx.option(spec.family()));
        if (spec.serviceKind() != null) {
            chips.add(ctx.option(spec.serviceKind()));
        }
        if (spec.parameter() != null) {
            chips.add(ctx.parameter(spec.parameter()));
        }
        String range = AskedItem.of(spec, units).rangeText();
        if (range != null) {
            chips.add(range);
        }
        ValueAsked limit = Limit.asked(spec);
        if (limit != null) {
            chips.add("U ≤ " + Numbers.print(limit.value()) + " " + limit.unit());
        }
        chips.addAll(Objects.requireNonNullElse(spec.methods(), List.of()));
        chips.addAll(Objects.requireNonNullElse(spec.marks(), List.of()));
        if (spec.pieces() != null) {
            chips.add("× " + spec.pieces());
        }
        if (Boolean.TRUE.equals(spec.onSite())) {
            chips.add(ctx.t("matching.onsite.true"));
        }
        return chips;
    }

    /** Pictures of the lines a result uses against what is asked; none where there is nothing to draw. */
    public Optional<Plot> plot(ItemSpec spec, UUID providerId, List<UUID> lines) {
        AskedItem item = AskedItem.of(spec, units);
        return MatchDrawing.of(
                item,
                scopes.linesOf(providerId).stream()
                        .filter(line -> lines.contains(line.id()))
                        .map(new KindReading(item)::read)
                        .toList());
    }

    /** Where a candidate can be booked for an item, of a demand if there is one, with the pieces asked. */
    public static String booking(@Nullable UUID demandId, @Nullable UUID itemId, List<UUID> lines, ItemSpec spec) {
        List<String> query = new ArrayList<>();
        if (spec.pieces() != null) {
            query.add("pieces=" + spec.pieces());
        }
        if (demandId != null && itemId != null) {
            query.add("demandId=" + demandId);
            query.add("demandItemIds=" + itemId);
        }
        lines.forEach(line -> query.add("capabilityIds=" + line));
        return "/bookings/new?" + String.join("&", query);
    }

    /** Whether there is something to rank: an item with more than one candidate. */
    public boolean rankable() {
        return answer.items().stream().anyMatch(item -> item.candidates().size() > 1);
    }

    /** The parts of a candidate's score, in the order of {@link Score.Parts}, for those who weigh them anew. */
    public static String parts(Candidate candidate) {
        Score.Parts parts = candidate.score().parts();
        return Stream.of(parts.price(), parts.finish(), parts.uncertainty(), parts.distance(), parts.record())
                .map(Numbers::print)
                .collect(Collectors.joining(" "));
    }

    /** So many hundredths, for a bar. */
    public static int percent(double part) {
        return (int) Math.round(part * 100);
    }
}
