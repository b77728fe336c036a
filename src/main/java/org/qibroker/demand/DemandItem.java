package org.qibroker.demand;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a demand.
 *
 * @param id stays the same while the demand is edited; absent before it is first kept
 * @param spec what is asked
 */
public record DemandItem(@Nullable UUID id, @JsonUnwrapped ItemSpec spec) {}
