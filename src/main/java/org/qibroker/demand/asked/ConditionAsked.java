package org.qibroker.demand.asked;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A named condition, such as a frequency of 50 Hz to 60 Hz, under which the service has to be rendered. */
public record ConditionAsked(@NotBlank @Size(max = 100) String name, @NotNull @Valid RangeAsked range) {}
