package org.qibroker.catalog.scope;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.prices.PriceRule;
import org.qibroker.catalog.prices.Prices;
import org.qibroker.platform.http.Inputs;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** The page on which a provider says what it asks: by default, by subject, and for many lines at once. */
final class PricePages {
    private static final Access PROVIDERS = Access.of(Role.PROVIDER);
    private static final String TEMPLATE = "catalog/scope/prices.jte";

    private final Catalog catalog;
    private final Prices prices;
    private final TermsEdits edits;
    private final ScopeTable table;

    PricePages(Catalog catalog, Prices prices, TermsEdits edits, ScopeTable table) {
        this.catalog = catalog;
        this.prices = prices;
        this.edits = edits;
        this.table = table;
    }

    void mount(PageRouter pages) {
        pages.get("/scope/prices", PROVIDERS, this::show);
        pages.post("/scope/prices", PROVIDERS, call -> answer(call, () -> say(call)));
        pages.post("/scope/prices/preview", PROVIDERS, call -> answer(call, () -> preview(call)));
        pages.post("/scope/prices/bulk", PROVIDERS, call -> answer(call, () -> apply(call)));
    }

    private Future<View> show(PageCall call) {
        return page(call, ScopeFilter.of(call.inputs()), null, null)
                .map(page -> View.page(TEMPLATE, Map.of("page", page)));
    }

    private Future<PricesPage> page(
            PageCall call, ScopeFilter filter, @Nullable TermsChange change, TermsEdits.@Nullable Preview preview) {
        UUID provider = call.caller().organisation();
        return catalog.provider(provider).compose(found -> table.marks(provider)
                .map(marks -> new PricesPage(found, filter, LineFields.sent(call.form()), marks, change, preview)));
    }

    /** One rule more, another one, or one less. */
    private Future<View> say(PageCall call) {
        Form form = call.form();
        PriceRule rule = new PriceRule(form.optional("subject").orElse(null), price(form), days(form));
        boolean gone = form.has("remove");
        return catalog.provider(call.caller().organisation())
                .compose(now -> prices.replace(now.id(), with(now, rule, gone), version(form), call.caller()))
                .map(done -> View.seeOther("/scope/prices").flash("scope.prices.saved"));
    }

    private static List<PriceRule> with(Provider provider, PriceRule rule, boolean gone) {
        List<PriceRule> rules = new ArrayList<>(provider.prices().rules());
        rules.removeIf(other -> other.key().equals(rule.key()));
        if (!gone) {
            rules.add(rule);
        }
        return rules;
    }

    private Future<View> preview(PageCall call) {
        TermsChange change = change(call.form());
        if (change.empty()) {
            throw Refusal.badInput("/priceYuan", "terms-empty");
        }
        ScopeFilter filter = ScopeFilter.of(call.form().inputs());
        return edits.preview(call.caller().organisation(), filter, call.caller())
                .compose(preview -> page(call, filter, change, preview))
                .map(page -> View.page(TEMPLATE, Map.of("page", page)));
    }

    private Future<View> apply(PageCall call) {
        ScopeFilter filter = ScopeFilter.of(call.form().inputs());
        UUID provider = call.caller().organisation();
        return edits.apply(provider, filter, change(call.form()), lines(call.form()), call.caller())
                .map(changed -> View.seeOther("/scope/prices").flash("scope.prices.applied"));
    }

    private static long lines(Form form) {
        return form.inputs().integer("lines").orElseThrow(() -> Refusal.badInput("/lines", "not-null"));
    }

    private static TermsChange change(Form form) {
        Price price = price(form);
        LineCommand.PriceSaid said = price == null ? null : LineFields.price(form);
        return Validation.valid(new TermsChange(said, days(form)));
    }

    /** The price that a form says, absent if it says none. */
    private static @Nullable Price price(Form form) {
        return form.optional("priceKind").isEmpty()
                ? null
                : LineFields.price(form).price();
    }

    private static @Nullable Integer days(Form form) {
        Integer days = form.inputs().integer("turnaroundDays").orElse(null);
        if (days != null && days < 0) {
            throw Refusal.badInput("/turnaroundDays", "whole-number", days);
        }
        if (days != null && days > Capability.Terms.MOST_DAYS) {
            throw Refusal.badInput("/turnaroundDays", "max", Capability.Terms.MOST_DAYS);
        }
        return days;
    }

    private static long version(Form form) {
        Inputs inputs = form.inputs();
        return inputs.integer("version").orElseThrow(() -> Refusal.badInput("/version", "not-null"));
    }

    private Future<View> answer(PageCall call, Supplier<Future<View>> work) {
        return Future.succeededFuture().compose(go -> work.get()).recover(failure -> refused(call, failure));
    }

    private Future<View> refused(PageCall call, Throwable failure) {
        ScopeFilter all = ScopeFilter.of(new Inputs(name -> Optional.empty()));
        return page(call, all, null, null).map(page -> View.refused(failure, TEMPLATE, Map.of("page", page)));
    }
}
