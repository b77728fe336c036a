package org.qibroker.demand;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Whom the provider asks; at least a name. */
public record Contact(
        @NotBlank @Size(max = 60) String name,
        @Nullable @Pattern(regexp = "[0-9+() -]{5,30}") String phone,
        @Nullable @Email @Size(max = 120) String email) {}
