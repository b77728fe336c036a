package org.qibroker.demand;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a demand.
 *
 * @param id fixed once the demand is submitted; absent before the line is first kept
 * @param spec what is asked
 */
public record DemandItem(@Nullable UUID id, @JsonUnwrapped ItemSpec spec) {}
