package org.qibroker.quote.pages;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.ScopeView;
import org.qibroker.demand.Demand;
import org.qibroker.demand.DemandItem;
import org.qibroker.demand.DemandState;
import org.qibroker.demand.Demands;
import org.qibroker.matching.Matching;
import org.qibroker.matching.answer.ItemAnswer;
import org.qibroker.matching.answer.MatchAnswer;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.quote.AskQuotes;
import org.qibroker.quote.Dossier;
import org.qibroker.quote.QuoteRequest;
import org.qibroker.quote.Quotes;
import org.qibroker.shared.Money;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** The page on which an enterprise asks providers of its match, and others, for quotes. */
public final class AskPages {
    private static final String TEMPLATE = "quote/ask.jte";
    private static final Access ENTERPRISE = Access.of(Role.ENTERPRISE);
    private static final int USUAL_DAYS = 7;
    private static final int CHOSEN_FIRST = 5;
    private static final int MOST_CANDIDATES = 60;
    private static final int MOST_OTHERS = 20;

    private final Quotes quotes;
    private final Demands demands;
    private final Matching matching;
    private final Supplier<ScopeView> scopes;

    /** Pages that ask for quotes on these demands. */
    public AskPages(Quotes quotes, Demands demands, Matching matching, Supplier<ScopeView> scopes) {
        this.quotes = quotes;
        this.demands = demands;
        this.matching = matching;
        this.scopes = scopes;
    }

    /** Mounts it. */
    public void mount(PageRouter pages) {
        pages.get("/demands/:id/quotes/new", ENTERPRISE, this::open);
        pages.post("/demands/:id/quotes/new", ENTERPRISE, this::send);
    }

    private Future<View> open(PageCall call) {
        return page(call, null).map(page -> View.page(TEMPLATE, Map.of("page", page)));
    }

    private Future<AskPage> page(PageCall call, @Nullable Form sent) {
        UUID id = call.id("id");
        return demands.get(id, call.caller()).compose(demand -> {
            if (!call.caller().belongsTo(demand.enterpriseId()) || demand.state() == DemandState.DRAFT) {
                throw Refusal.notFound("demand");
            }
            return Future.all(matching.kept(id, call.caller()), quotes.ofDemand(id, call.caller()))
                    .map(found -> page(call, demand, found.resultAt(0), found.resultAt(1), sent));
        });
    }

    private AskPage page(PageCall call, Demand demand, MatchAnswer match, List<Dossier> dossiers, @Nullable Form sent) {
        ScopeView view = scopes.get();
        Set<UUID> asked = dossiers.stream()
                .map(dossier -> dossier.request().parties().providerId())
                .collect(Collectors.toSet());
        List<AskPage.Candidate> candidates = candidates(match, view, asked);
        AskPage.Filled filled = filled(call, demand, candidates, sent);
        Set<UUID> shown = candidates.stream().map(AskPage.Candidate::providerId).collect(Collectors.toSet());
        List<Provider> others = view.providers()
                .filter(provider -> !shown.contains(provider.id()) && !asked.contains(provider.id()))
                .filter(provider -> !provider.id().equals(demand.enterpriseId()))
                .filter(provider -> filled.providers().contains(provider.id()) || named(provider, filled.q()))
                .limit(MOST_OTHERS)
                .toList();
        return new AskPage(demand, candidates, others, filled);
    }

    private static boolean named(Provider provider, String part) {
        String wanted = part.toLowerCase(Locale.ROOT);
        String english = Objects.requireNonNullElse(provider.nameEn(), "").toLowerCase(Locale.ROOT);
        return !part.isEmpty() && (provider.nameZh().contains(part) || english.contains(wanted));
    }

    /** What the match says of one provider. */
    private static final class Found {
        private final List<Integer> covered = new ArrayList<>();
        private final List<Integer> nearly = new ArrayList<>();
        private long fen;
        private boolean priced = true;

        void covers(int item, @Nullable Money price) {
            if (!covered.contains(item)) {
                covered.add(item);
                fen += price == null ? 0 : price.amount();
                priced &= price != null;
            }
        }

        void nearly(int item) {
            if (!covered.contains(item) && !nearly.contains(item)) {
                nearly.add(item);
            }
        }

        AskPage.Candidate candidate(Provider provider, boolean asked) {
            Money price = priced && !covered.isEmpty() ? Money.fen(fen) : null;
            return new AskPage.Candidate(provider.id(), provider, covered, nearly, price, asked);
        }
    }

    private static List<AskPage.Candidate> candidates(MatchAnswer match, ScopeView view, Set<UUID> asked) {
        Map<UUID, Found> found = new HashMap<>();
        Set<UUID> order = new LinkedHashSet<>();
        for (int i = 0; i < match.items().size(); i++) {
            ItemAnswer answer = match.items().get(i);
            int number = i + 1;
            answer.candidates().forEach(c -> {
                order.add(c.providerId());
                found.computeIfAbsent(c.providerId(), id -> new Found()).covers(number, c.price());
            });
            answer.nearMisses().forEach(miss -> {
                order.add(miss.providerId());
                found.computeIfAbsent(miss.providerId(), id -> new Found()).nearly(number);
            });
        }
        return order.stream()
                .flatMap(id -> view.findProvider(id).stream())
                .map(provider -> Objects.requireNonNull(found.get(provider.id()))
                        .candidate(provider, asked.contains(provider.id())))
                .sorted((a, b) ->
                        Integer.compare(b.covered().size(), a.covered().size()))
                .limit(MOST_CANDIDATES)
                .toList();
    }

    private AskPage.Filled filled(
            PageCall call, Demand demand, List<AskPage.Candidate> candidates, @Nullable Form sent) {
        if (sent != null) {
            return new AskPage.Filled(
                    ids(sent.all("provider")),
                    ids(sent.all("item")),
                    sent.text("answerBy"),
                    sent.text("message"),
                    sent.text("q"));
        }
        Set<UUID> providers = ids(call.queryAll("provider"));
        providers.addAll(at(ids(call.queryAll("site")), candidates));
        boolean fresh = providers.isEmpty() && call.query("q").isEmpty();
        return new AskPage.Filled(
                fresh ? best(candidates) : providers,
                items(demand, call.queryAll("item")),
                call.query("answerBy")
                        .orElse(quotes.today().plusDays(USUAL_DAYS).toString()),
                call.query("message").orElse(""),
                call.query("q").orElse(""));
    }

    /** The candidates that were chosen on the page of the match, by their sites. */
    private static Set<UUID> at(Set<UUID> sites, List<AskPage.Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> !candidate.asked())
                .filter(candidate -> sites.stream()
                        .anyMatch(site -> candidate.provider().site(site).isPresent()))
                .map(AskPage.Candidate::providerId)
                .collect(Collectors.toSet());
    }

    /** The items named, by id or by their place on the page of the match; all if none is. */
    private static Set<UUID> items(Demand demand, List<String> named) {
        List<UUID> all = demand.items().stream()
                .map(DemandItem::id)
                .filter(Objects::nonNull)
                .toList();
        Set<UUID> chosen = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            if (named.isEmpty()
                    || named.contains(String.valueOf(i))
                    || named.contains(all.get(i).toString())) {
                chosen.add(all.get(i));
            }
        }
        return chosen;
    }

    private static Set<UUID> best(List<AskPage.Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> !candidate.asked() && !candidate.covered().isEmpty())
                .limit(CHOSEN_FIRST)
                .map(AskPage.Candidate::providerId)
                .collect(Collectors.toSet());
    }

    private static Set<UUID> ids(List<String> texts) {
        Set<UUID> ids = new HashSet<>();
        for (String text : texts) {
            try {
                ids.add(UUID.fromString(text));
            } catch (IllegalArgumentException malformed) {
                throw (Refusal) Refusal.badInput("/provider", "id", text).initCause(malformed);
            }
        }
        return ids;
    }

    private Future<View> send(PageCall call) {
        UUID id = call.id("id");
        return demands.get(id, call.caller())
                .compose(demand -> ask(id, call))
                .map(done -> View.seeOther("/demands/" + id + "/quotes").flash("quote.flash.asked"))
                .recover(failure ->
                        page(call, call.form()).map(page -> View.refused(failure, TEMPLATE, Map.of("page", page))));
    }

    private Future<List<QuoteRequest>> ask(UUID id, PageCall call) {
        Form form = call.form();
        List<UUID> providers = List.copyOf(ids(form.all("provider")));
        if (providers.isEmpty()) {
            throw Refusal.badInput("/provider", "quote-provider-none");
        }
        LocalDate answerBy =
                form.inputs().date("answerBy").orElseThrow(() -> Refusal.badInput("/answerBy", "not-null"));
        List<UUID> items = List.copyOf(ids(form.all("item")));
        if (items.isEmpty()) {
            throw Refusal.badInput("/item", "quote-item-none");
        }
        AskQuotes ask = new AskQuotes(
                providers, items, answerBy, form.optional("message").orElse(null));
        return quotes.ask(id, Validation.valid(ask), call.caller());
    }
}
