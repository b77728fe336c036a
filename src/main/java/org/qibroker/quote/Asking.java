package org.qibroker.quote;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisations;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.ScopeView;
import org.qibroker.demand.Demand;
import org.qibroker.demand.DemandItem;
import org.qibroker.demand.DemandState;
import org.qibroker.demand.Demands;
import org.qibroker.matching.Matching;
import org.qibroker.matching.answer.ItemAnswer;
import org.qibroker.matching.answer.MatchAnswer;
import org.qibroker.platform.Platform;
import org.qibroker.quote.QuoteRequest.Verdict;
import org.qibroker.shared.Caller;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.RegionTime;
import org.qibroker.talk.NewMessage;
import org.qibroker.talk.Part;
import org.qibroker.talk.Subject;
import org.qibroker.talk.Writing;
import org.qibroker.talk.Writing.About;

/** Makes requests for quotes from a demand and its match. */
final class Asking {

    private final Platform platform;
    private final Sources sources;
    private final QuoteLog log;
    private final Writing writing;

    Asking(Platform platform, Sources sources) {
        this.platform = platform;
        this.sources = sources;
        this.log = new QuoteLog(platform.events());
        this.writing = new Writing(platform);
    }

    /**
     * What a request is made from.
     *
     * @param scopes gives the scopes of the moment
     */
    record Sources(Supplier<ScopeView> scopes, Demands demands, Matching matching, Organisations organisations) {}

    /** Who asks what, and when. */
    private record Wanted(Demand demand, MatchAnswer match, AskQuotes ask, String enterprise, Instant now) {}

    /** A demand of the caller's own; fails NOT_FOUND if it is not. */
    Future<Demand> own(UUID demandId, Caller caller) {
        return sources.demands().get(demandId, caller).map(demand -> {
            if (!caller.belongsTo(demand.enterpriseId())) {
                throw Refusal.notFound("demand");
            }
            return demand;
        });
    }

    Future<List<QuoteRequest>> ask(UUID demandId, AskQuotes ask, Caller caller, Instant now) {
        Future<String> enterprise =
                sources.organisations().get(caller.organisation()).map(found -> found.nameZh());
        return own(demandId, caller)
                .map(demand -> checked(demand, ask, now))
                .compose(demand -> Future.all(sources.matching().kept(demandId, caller), enterprise)
                        .map(found -> new Wanted(demand, found.resultAt(0), ask, found.resultAt(1), now)))
                .map(this::requests)
                .compose(requests -> platform.database().transaction(tx -> write(tx, requests, ask, caller)));
    }

    private Demand checked(Demand demand, AskQuotes ask, Instant now) {
        if (demand.state() == DemandState.DRAFT || demand.state().ended()) {
            throw Refusal.conflict("demand-not-open");
        }
        List<UUID> known = demand.items().stream().map(DemandItem::id).toList();
        if (ask.demandItemIds() != null && !known.containsAll(ask.demandItemIds())) {
            throw Refusal.badInput("/demandItemIds", "other-demand");
        }
        RequestRules.later("/answerBy", ask.answerBy(), RegionTime.day(now));
        List<FieldFault> faults = faults(demand, ask);
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
        return demand;
    }

    private List<FieldFault> faults(Demand demand, AskQuotes ask) {
        ScopeView scopes = sources.scopes().get();
        List<FieldFault> faults = new ArrayList<>();
        for (int i = 0; i < ask.providerIds().size(); i++) {
            UUID provider = ask.providerIds().get(i);
            String pointer = "/providerIds/" + i;
            if (scopes.findProvider(provider).isEmpty()) {
                faults.add(FieldFault.of(pointer, "quote-provider-unknown"));
            } else if (provider.equals(demand.enterpriseId())) {
                faults.add(FieldFault.of(pointer, "quote-provider-self"));
            } else if (ask.providerIds().indexOf(provider) < i) {
                faults.add(FieldFault.of(pointer, "quote-provider-twice"));
            }
        }
        return faults;
    }

    private List<QuoteRequest> requests(Wanted wanted) {
        ScopeView scopes = sources.scopes().get();
        return wanted.ask().providerIds().stream()
                .map(id -> request(wanted, scopes.provider(id)))
                .toList();
    }

    private QuoteRequest request(Wanted wanted, Provider provider) {
        Demand demand = wanted.demand();
        List<Asked.Item> items = new ArrayList<>();
        for (int i = 0; i < demand.items().size(); i++) {
            DemandItem item = demand.items().get(i);
            UUID id = Objects.requireNonNull(item.id());
            if (wanted.ask().demandItemIds() == null
                    || wanted.ask().demandItemIds().contains(id)) {
                items.add(new Asked.Item(id, item.spec(), suggested(wanted.match(), i, provider.id())));
            }
        }
        return new QuoteRequest(
                platform.ids().next(),
                new QuoteRequest.Parties(demand.enterpriseId(), wanted.enterprise(), provider.id(), provider.nameZh()),
                new Asked(
                        demand.id(),
                        demand.title(),
                        demand.contact(),
                        demand.wishes().district(),
                        demand.wishes().neededBy(),
                        demand.agreement(),
                        items),
                wanted.ask().answerBy(),
                RequestState.OPEN,
                Verdict.NONE,
                1,
                wanted.now());
    }

    /** The lines that the match found at the provider's best site, near misses if there is nothing better. */
    static List<UUID> suggested(MatchAnswer match, int item, UUID provider) {
        if (item >= match.items().size()) {
            return List.of();
        }
        ItemAnswer answer = match.items().get(item);
        Stream<List<UUID>> candidates = answer.candidates().stream()
                .filter(candidate -> candidate.providerId().equals(provider))
                .map(candidate -> candidate.capabilityIds());
        Stream<List<UUID>> misses = answer.nearMisses().stream()
                .filter(miss -> miss.providerId().equals(provider))
                .map(miss -> miss.capabilityIds());
        return Stream.concat(candidates, misses).findFirst().orElse(List.of());
    }

    private Future<List<QuoteRequest>> write(
            SqlConnection tx, List<QuoteRequest> requests, AskQuotes ask, Caller caller) {
        UUID demand = requests.get(0).asked().demandId();
        return RequestRepository.ofDemand(tx, demand)
                .map(before -> refuseTwice(before, requests))
                .compose(done -> RequestRepository.nextPlace(tx, demand))
                .compose(first -> first - 1 + requests.size() > AskQuotes.MOST_PROVIDERS
                        ? Future.failedFuture(Refusal.conflict("quote-requests-many", AskQuotes.MOST_PROVIDERS))
                        : insert(tx, requests, first, said(ask.message()), caller))
                .map(requests);
    }

    private static @Nullable Void refuseTwice(List<QuoteRequest> before, List<QuoteRequest> requests) {
        Set<UUID> asked =
                before.stream().map(request -> request.parties().providerId()).collect(Collectors.toSet());
        List<FieldFault> faults = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            if (asked.contains(requests.get(i).parties().providerId())) {
                faults.add(FieldFault.of("/providerIds/" + i, "quote-provider-asked"));
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
        return null;
    }

    private static Optional<String> said(@Nullable String message) {
        return Optional.ofNullable(message).map(String::strip).filter(text -> !text.isEmpty());
    }

    private Future<Void> insert(
            SqlConnection tx, List<QuoteRequest> requests, int first, Optional<String> message, Caller caller) {
        Future<Void> done = Future.succeededFuture();
        for (int i = 0; i < requests.size(); i++) {
            QuoteRequest request = requests.get(i);
            int place = first + i;
            done = done.compose(before -> RequestRepository.insert(tx, request, place))
                    .compose(inserted ->
                            message.isEmpty() ? Future.succeededFuture() : first(tx, request, message.get(), caller))
                    .compose(inserted -> log.append(tx, "quote-requested", request, null, caller));
        }
        return done;
    }

    private Future<Void> first(SqlConnection tx, QuoteRequest request, String text, Caller caller) {
        About about = new About(Subject.QUOTE_REQUEST, request.id(), Part.ENTERPRISE);
        return writing.write(tx, about, new NewMessage(text, null), List.of(), caller)
                .mapEmpty();
    }
}
