package org.qibroker.catalog.prices;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.providers.ProviderProfiles;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;

/** What providers ask for lines that do not say it themselves. */
public final class Prices {
    private final Platform platform;
    private final Catalog catalog;

    /** The prices of a catalog's providers. */
    public Prices(Platform platform, Catalog catalog) {
        this.platform = platform;
        this.catalog = catalog;
    }

    /**
     * Puts rules in place of those there are.
     *
     * @param version of the provider they were seen at
     * @return fails with FORBIDDEN unless the caller acts for the provider or operates the broker, BAD_INPUT if two
     *     rules have the same subject or one says nothing, STALE if the provider changed meanwhile
     */
    public Future<Void> replace(UUID provider, List<PriceRule> rules, long version, Caller caller) {
        check(rules);
        return platform.database().transaction(tx -> catalog.open(tx, provider, caller)
                .compose(opened -> ProviderProfiles.touch(
                        tx, provider, Math.max(1, version), platform.clock().instant()))
                .compose(fresh -> fresh ? write(tx, provider, rules, caller) : Future.failedFuture(Refusal.stale())));
    }

    private Future<Void> write(SqlConnection tx, UUID provider, List<PriceRule> rules, Caller caller) {
        return PriceRepository.replace(tx, provider, rules)
                .compose(done -> catalog.tell(tx, provider, "prices-changed", caller, Map.of("rules", rules.size())));
    }

    private static void check(List<PriceRule> rules) {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            PriceRule rule = rules.get(i);
            if (!keys.add(rule.key()) || (rule.subject() != null && rule.key().isEmpty())) {
                throw Refusal.badInput("/rules/" + i + "/subject", "price-rule-twice");
            }
            if (rule.price() == null && rule.turnaroundDays() == null) {
                throw Refusal.badInput("/rules/" + i, "price-rule-empty");
            }
        }
    }
}
