package org.qibroker.catalog.scope;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.lines.VersionedLine;
import org.qibroker.catalog.prices.PriceList;
import org.qibroker.catalog.prices.PriceRule;

/**
 * What the page of prices shows its provider.
 *
 * @param fields what stands in the form of a bulk change
 * @param change what would change, absent until it is said
 * @param preview the lines it would change, absent until it is said
 */
public record PricesPage(
        Provider provider,
        ScopeFilter filter,
        LineFields fields,
        List<String> marks,
        @Nullable TermsChange change,
        TermsEdits.@Nullable Preview preview) {

    /** The rules there are. */
    public PriceList prices() {
        return provider.prices();
    }

    /** What is asked where no subject has a rule, absent if nothing is said. */
    public @Nullable PriceRule otherwise() {
        return prices().rules().stream()
                .filter(rule -> rule.subject() == null)
                .findFirst()
                .orElse(null);
    }

    /** The rules of subjects. */
    public List<PriceRule> ofSubjects() {
        return prices().rules().stream().filter(rule -> rule.subject() != null).toList();
    }

    /** The terms of a line after the change. */
    public Capability.Terms after(VersionedLine line) {
        Capability.Terms now = line.line().line().terms();
        return change == null ? now : change.on(now);
    }

    /** The price of a rule in yuan, empty where it says none. */
    public static String yuan(@Nullable PriceRule rule) {
        Price price = rule == null ? null : rule.price();
        return price == null || price.fen() == null ? "" : LineFields.yuan(price.fen());
    }
}
