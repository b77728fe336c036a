package org.qibroker.quote.award;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.qibroker.quote.Asked;
import org.qibroker.quote.Dossier;
import org.qibroker.quote.Quote;
import org.qibroker.quote.QuoteRequest;
import org.qibroker.quote.QuoteRequest.Verdict;
import org.qibroker.quote.RequestState;
import org.qibroker.shared.Refusal;

/** What an award takes, and what it means to those who were not chosen. Pure. */
final class AwardRules {
    private final Comparison comparison;

    AwardRules(Comparison comparison) {
        this.comparison = comparison;
    }

    /** An offer that is taken, for these items. */
    record Won(Dossier dossier, Quote quote, List<Quote.Item> items) {}

    /**
     * What is taken.
     *
     * @throws Refusal NOT_FOUND for an offer of another demand, CONFLICT for one that cannot be taken or an item that was
     *     taken already, BAD_INPUT for an item that is not offered
     */
    static List<Won> won(List<Dossier> dossiers, List<Choice> choices, LocalDate today) {
        List<Won> all = new ArrayList<>();
        Set<UUID> taken = taken(dossiers);
        for (int i = 0; i < choices.size(); i++) {
            Won won = won(dossiers, choices.get(i), taken, today);
            for (Quote.Item item : won.items()) {
                if (!taken.add(item.demandItemId())) {
                    throw Refusal.conflict("quote-award-item-once");
                }
            }
            all.add(won);
        }
        return all;
    }

    private static Set<UUID> taken(List<Dossier> dossiers) {
        return dossiers.stream()
                .flatMap(dossier -> dossier.revisions().stream())
                .flatMap(quote -> quote.items().stream())
                .filter(item -> item.bookingId() != null)
                .map(Quote.Item::demandItemId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Won won(List<Dossier> dossiers, Choice choice, Set<UUID> taken, LocalDate today) {
        for (Dossier dossier : dossiers) {
            Optional<Quote> found = dossier.revisions().stream()
                    .filter(quote -> quote.id().equals(choice.quoteId()))
                    .findFirst();
            if (found.isPresent()) {
                Quote quote = found.get();
                if (!quote.takeableOn(today)) {
                    throw Refusal.conflict("quote-not-takeable", quote.state().name());
                }
                return new Won(dossier, quote, items(quote, choice, taken));
            }
        }
        throw Refusal.notFound("quote");
    }

    private static List<Quote.Item> items(Quote quote, Choice choice, Set<UUID> taken) {
        List<UUID> wanted = choice.demandItemIds();
        if (wanted == null) {
            List<Quote.Item> left = quote.items().stream()
                    .filter(item -> !taken.contains(item.demandItemId()))
                    .toList();
            if (left.isEmpty()) {
                throw Refusal.conflict("quote-award-item-once");
            }
            return left;
        }
        List<Quote.Item> items = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String pointer = "/demandItemIds/" + i;
            items.add(quote.item(wanted.get(i)).orElseThrow(() -> Refusal.badInput(pointer, "quote-item-not-offered")));
        }
        return items;
    }

    /**
     * What becomes of the requests of the demand, those that change only: the winners are awarded, and of the others all
     * that have nothing left to win lose, each told in what it was outdone.
     *
     * @param rest whether the others lose even where something is left to win
     */
    List<QuoteRequest> outcome(List<Dossier> dossiers, List<Won> won, boolean rest) {
        Set<UUID> taken = taken(dossiers);
        won.forEach(one -> one.items().forEach(item -> taken.add(item.demandItemId())));
        List<QuoteRequest> changed = new ArrayList<>();
        for (Dossier dossier : dossiers) {
            QuoteRequest request = dossier.request();
            if (won.stream().anyMatch(one -> one.dossier().request().id().equals(request.id()))) {
                changed.add(request.in(RequestState.AWARDED, new Verdict(List.of(), null)));
            } else if (request.state().live() && (rest || taken.containsAll(offered(dossier)))) {
                changed.add(request.in(RequestState.NOT_AWARDED, new Verdict(losses(dossier, won), null)));
            }
        }
        return changed;
    }

    private static List<UUID> offered(Dossier dossier) {
        return dossier.current()
                .map(quote ->
                        quote.items().stream().map(Quote.Item::demandItemId).toList())
                .orElseGet(() -> dossier.request().asked().items().stream()
                        .map(Asked.Item::demandItemId)
                        .toList());
    }

    private List<Loss> losses(Dossier loser, List<Won> won) {
        Optional<Quote> quote = loser.current();
        return quote.isEmpty() ? List.of(Loss.NOT_ANSWERED) : losses(quote.get(), won);
    }

    private List<Loss> losses(Quote loser, List<Won> won) {
        Set<Loss> losses = new TreeSet<>();
        for (Won winner : won) {
            for (Quote.Item item : winner.items()) {
                loser.item(item.demandItemId()).ifPresent(own -> {
                    compare(own, item, losses);
                    if (comparison.moreAccurate(winner.quote(), loser, item.demandItemId())) {
                        losses.add(Loss.UNCERTAINTY);
                    }
                });
            }
        }
        return losses.isEmpty() ? List.of(Loss.OTHER_CHOSEN) : List.copyOf(losses);
    }

    private static void compare(Quote.Item own, Quote.Item chosen, Set<Loss> losses) {
        if (chosen.net().amount() < own.net().amount()) {
            losses.add(Loss.PRICE);
        }
        if (chosen.finishBy().isBefore(own.finishBy())) {
            losses.add(Loss.FINISH);
        }
    }
}
