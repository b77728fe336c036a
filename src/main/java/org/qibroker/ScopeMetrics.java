package org.qibroker;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.qibroker.catalog.ScopeIndex;

/** How the scopes in memory are doing. */
final class ScopeMetrics {
    private ScopeMetrics() {}

    static void bind(ScopeIndex scopes, MeterRegistry metrics) {
        Gauge.builder("qi.scopes.lines", scopes, index -> index.view().size())
                .description("Scope lines in memory")
                .register(metrics);
        Gauge.builder("qi.scopes.lag", scopes, index -> index.lag().toNanos() / 1e9)
                .description("How long a committed change has been waiting to be searchable")
                .baseUnit("seconds")
                .register(metrics);
        FunctionCounter.builder("qi.scopes.healed", scopes, ScopeIndex::healed)
                .description("Scopes read anew because they were not what the database has")
                .register(metrics);
    }
}
