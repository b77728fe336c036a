package org.qibroker.booking.bundle;

import java.util.function.Supplier;
import org.qibroker.catalog.ScopeView;
import org.qibroker.demand.Demands;
import org.qibroker.matching.Matching;
import org.qibroker.resource.Resources;

/**
 * What a plan is booked from.
 *
 * @param scopes gives the scopes of the moment
 */
public record Sources(Supplier<ScopeView> scopes, Demands demands, Matching matching, Resources resources) {}
