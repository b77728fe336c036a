package org.qibroker.catalog.prices;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Price;
import org.qibroker.shared.TextKey;

/**
 * What a provider asks: what a line says itself comes first, then the rule of its subject, then the provider's default;
 * price and turnaround each for itself. A line whose price is on request says nothing itself; a rule may say so.
 */
public final class PriceList {
    /** No rules. */
    public static final PriceList NONE = new PriceList(List.of());

    private static final String DEFAULT = "";

    private final List<PriceRule> rules;
    private final Map<String, PriceRule> byKey = new HashMap<>();

    /** A list of rules, one a subject. */
    public PriceList(List<PriceRule> rules) {
        this.rules = List.copyOf(rules);
        this.rules.forEach(rule -> byKey.put(rule.key(), rule));
    }

    /** The rules, the default first. */
    public List<PriceRule> rules() {
        return rules;
    }

    /** A line on the terms that follow. */
    public Capability on(Capability line) {
        if (rules.isEmpty()) {
            return line;
        }
        Capability.Terms terms = on(line.service(), line.terms());
        return terms.equals(line.terms())
                ? line
                : new Capability(
                        line.id(),
                        line.providerId(),
                        line.siteId(),
                        line.service(),
                        line.measured(),
                        line.methods(),
                        line.conditions(),
                        line.limitation(),
                        line.marks(),
                        terms,
                        line.validity());
    }

    /** The terms that follow for a service. */
    public Capability.Terms on(Capability.Service service, Capability.Terms said) {
        String key = TextKey.of(service.subject());
        Price price = said.price().kind() == Price.Kind.ON_REQUEST ? first(key, PriceRule::price) : said.price();
        Integer days = said.turnaroundDays() == null ? first(key, PriceRule::turnaroundDays) : said.turnaroundDays();
        return new Capability.Terms(said.onSite(), price == null ? Price.ON_REQUEST : price, days, said.resourceId());
    }

    private <T> @Nullable T first(String key, Function<PriceRule, @Nullable T> value) {
        PriceRule own = byKey.get(key);
        T said = own == null ? null : value.apply(own);
        PriceRule otherwise = byKey.get(DEFAULT);
        return said != null || otherwise == null ? said : value.apply(otherwise);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PriceList list && rules.equals(list.rules);
    }

    @Override
    public int hashCode() {
        return rules.hashCode();
    }
}
