package org.qibroker.booking.paper;

import org.jspecify.annotations.Nullable;
import org.qibroker.shared.DecisionRule;

/**
 * What was agreed of a statement of conformity (ISO/IEC 17025:2017, 7.1.3).
 *
 * @param wanted whether there is to be one
 * @param rule by which conformity is decided, absent where another was agreed
 * @param other another rule, in the words of the request
 */
public record AgreedStatement(boolean wanted, @Nullable DecisionRule rule, @Nullable String other) {}
