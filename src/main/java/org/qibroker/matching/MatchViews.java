package org.qibroker.matching;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.qibroker.account.Organisation;
import org.qibroker.account.Organisations;
import org.qibroker.catalog.ScopeView;
import org.qibroker.demand.Demand;
import org.qibroker.demand.Demands;
import org.qibroker.demand.ItemSpec;
import org.qibroker.measure.UnitRegistry;
import org.qibroker.shared.Caller;

/** Puts together what the pages of a match show. */
final class MatchViews {
    private final Supplier<ScopeView> scopes;
    private final Demands demands;
    private final Organisations organisations;
    private final UnitRegistry units;

    MatchViews(Supplier<ScopeView> scopes, Demands demands, Organisations organisations, UnitRegistry units) {
        this.scopes = scopes;
        this.demands = demands;
        this.organisations = organisations;
        this.units = units;
    }

    UnitRegistry units() {
        return units;
    }

    MatchView of(List<ItemSpec> items, MatchAnswer answer) {
        return new MatchView(items, answer, scopes.get(), units);
    }

    Future<Demand> demand(UUID id, Caller caller) {
        return demands.get(id, caller);
    }

    Future<Organisation> enterprise(Demand demand) {
        return organisations.get(demand.enterpriseId());
    }
}
