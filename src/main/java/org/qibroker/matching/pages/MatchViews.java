package org.qibroker.matching.pages;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.qibroker.account.Organisation;
import org.qibroker.account.Organisations;
import org.qibroker.catalog.ScopeView;
import org.qibroker.demand.Demand;
import org.qibroker.demand.DemandDraft;
import org.qibroker.demand.Demands;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.answer.MatchAnswer;
import org.qibroker.matching.answer.ProofSentences;
import org.qibroker.matching.rank.Reranking;
import org.qibroker.platform.http.Messages;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Caller;

/** Puts together what the pages of a match show. */
public final class MatchViews {
    private final Supplier<ScopeView> scopes;
    private final Demands demands;
    private final Organisations organisations;
    private final MatchView.Speech speech;

    /** Views of matches against these scopes. */
    public MatchViews(
            Supplier<ScopeView> scopes,
            Demands demands,
            Organisations organisations,
            MatchContext.Reference reference,
            Messages messages) {
        this.scopes = scopes;
        this.demands = demands;
        this.organisations = organisations;
        this.speech = new MatchView.Speech(
                reference.units(),
                new ProofSentences(messages, reference.units()),
                reference.thesaurus().subjects());
    }

    /** What is asked, and the answer. */
    public record Match(List<ItemSpec> items, MatchAnswer answer) {}

    MatchView of(List<ItemSpec> items, MatchAnswer answer) {
        return new MatchView(items, answer, scopes.get(), speech);
    }

    /**
     * A match on its page, ranked as the reader wants; some candidates side by side if the query names their sites.
     *
     * @param template of the page; it gets {@code view} and {@code result} beside its own parameters
     */
    public View show(PageCall call, ResultPage result, Match match, String template, Map<String, Object> own) {
        MatchAnswer answer = result.weighed() ? new Reranking(result.weights()).of(match.answer()) : match.answer();
        MatchView view = of(match.items(), answer);
        int item = Math.max(0, call.inputs().integer("item").orElse(0));
        List<UUID> sites = ResultPage.sites(call.queryAll("site"));
        if (!sites.isEmpty() && view.item(item).isPresent()) {
            MatchCompared compared =
                    MatchCompared.of(match.items().get(item), view.item(item).orElseThrow(), sites, result.url());
            return View.page("matching/compare.jte", Map.of("view", view, "compared", compared));
        }
        Map<String, Object> params = new HashMap<>(own);
        params.put("view", view);
        params.put("result", result);
        return View.page(template, params);
    }

    Future<Demand> demand(UUID id, Caller caller) {
        return demands.get(id, caller);
    }

    Future<Demand> rewrite(UUID id, long version, DemandDraft draft, Caller caller) {
        return demands.update(id, version, draft, caller);
    }

    /** Places of the items of a demand that are not booked. */
    Future<Set<Integer>> open(Demand demand) {
        return demands.openItems(demand)
                .map(open -> IntStream.range(0, demand.items().size())
                        .filter(place -> open.contains(demand.items().get(place).id()))
                        .boxed()
                        .collect(Collectors.toSet()));
    }

    Future<Organisation> enterprise(Demand demand) {
        return organisations.get(demand.enterpriseId());
    }
}
