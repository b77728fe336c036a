package org.qibroker.ledger;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For which instruments calibration is wanted: all in use that are due in a month, or those chosen.
 *
 * @param month such as {@code 2027-03}
 */
public record CalibrationRequest(
        @Nullable YearMonth month, @Nullable @Size(min = 1, max = 1000) List<@NotNull UUID> instrumentIds) {}
