package org.qibroker.catalog.scope;

import io.vertx.core.Future;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.CapabilityView.PriceView;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.lines.VersionedLine;
import org.qibroker.catalog.lint.Rule;
import org.qibroker.catalog.prices.PriceRule;
import org.qibroker.catalog.prices.Prices;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.Inputs;
import org.qibroker.shared.Family;
import org.qibroker.shared.Refusal;

/** Answers about what providers ask. */
final class PricesApi {
    private final Catalog catalog;
    private final Prices prices;
    private final TermsEdits edits;

    PricesApi(Catalog catalog, Prices prices, TermsEdits edits) {
        this.catalog = catalog;
        this.prices = prices;
        this.edits = edits;
    }

    void bind(ApiBinder api) {
        api.bind("getPrices", call -> own(call).map(PricesApi::reply));
        api.bind("updatePrices", this::update);
        api.bind("changePrices", this::change);
    }

    /** One rule, as it is sent. */
    record RuleSaid(
            @Nullable @Size(min = 1, max = 400) String subject,
            LineCommand.@Nullable @Valid PriceSaid price,
            @Nullable @Min(0) @Max(Capability.Terms.MOST_DAYS) Integer turnaroundDays) {
        PriceRule rule() {
            return new PriceRule(
                    subject == null ? null : subject.strip(), price == null ? null : price.price(), turnaroundDays);
        }
    }

    /** All rules, as they are sent. */
    record RulesSaid(@NotNull @Size(max = 2000) List<@NotNull @Valid RuleSaid> rules) {}

    /** Which lines. */
    record Which(
            @Nullable @Size(max = 200) String q,
            @Nullable Family family,
            @Nullable UUID siteId,
            @Nullable @Size(max = 40) String mark,
            @Nullable Rule rule,
            @Nullable Boolean priced) {
        ScopeFilter filter() {
            ScopeFilter all = ScopeFilter.of(new Inputs(name -> Optional.empty()));
            return new ScopeFilter(q, family, siteId, mark, rule, priced, all.state(), all.sort());
        }
    }

    /** Other terms for some lines. */
    record ChangeSaid(@NotNull @Valid Which lines, @NotNull @Valid TermsChange terms) {}

    private Future<Provider> own(ApiCall call) {
        UUID id = call.id("id");
        return catalog.provider(id).map(provider -> {
            if (!Catalog.mayChange(id, call.caller())) {
                throw Refusal.forbidden();
            }
            return provider;
        });
    }

    private Future<ApiReply> update(ApiCall call) {
        RulesSaid said = call.body(RulesSaid.class);
        List<PriceRule> rules = said.rules.stream().map(RuleSaid::rule).toList();
        return prices.replace(call.id("id"), rules, call.ifMatch(), call.caller())
                .compose(done -> own(call))
                .map(PricesApi::reply);
    }

    private Future<ApiReply> change(ApiCall call) {
        UUID id = call.id("id");
        ChangeSaid said = call.body(ChangeSaid.class);
        ScopeFilter filter = said.lines.filter();
        boolean dryRun = call.queryFlag("dryRun").orElse(false);
        return own(call)
                .compose(provider -> edits.preview(id, filter, call.caller()))
                .compose(preview -> (dryRun
                                ? Future.succeededFuture(0)
                                : edits.apply(id, filter, said.terms, preview.lines(), call.caller()))
                        .map(changed -> ApiReply.ok(changed(preview, said.terms, changed))));
    }

    private static ApiReply reply(Provider provider) {
        List<RuleView> rules =
                provider.prices().rules().stream().map(RuleView::of).toList();
        return ApiReply.ok(new RulesView(rules), provider.version());
    }

    /** A rule. */
    record RuleView(@Nullable String subject, @Nullable PriceView price, @Nullable Integer turnaroundDays) {
        static RuleView of(PriceRule rule) {
            return new RuleView(
                    rule.subject(), rule.price() == null ? null : PriceView.of(rule.price()), rule.turnaroundDays());
        }
    }

    /** All rules. */
    record RulesView(List<RuleView> rules) {}

    /** Terms. */
    record TermsView(PriceView price, @Nullable Integer turnaroundDays) {
        static TermsView of(Capability.Terms terms) {
            return new TermsView(PriceView.of(terms.price()), terms.turnaroundDays());
        }
    }

    /** A line before and after. */
    record ExampleView(UUID capabilityId, String subject, String parameter, TermsView before, TermsView after) {}

    /** What a change found and did. */
    record ChangeView(long lines, int changed, List<ExampleView> first) {}

    private static ChangeView changed(TermsEdits.Preview preview, TermsChange terms, int changed) {
        List<ExampleView> examples = new ArrayList<>();
        for (VersionedLine line : preview.examples()) {
            examples.add(new ExampleView(
                    line.line().id(),
                    line.line().line().service().subject(),
                    line.line().line().service().parameter(),
                    TermsView.of(line.line().line().terms()),
                    TermsView.of(terms.on(line.line().line().terms()))));
        }
        return new ChangeView(preview.lines(), changed, examples);
    }
}
