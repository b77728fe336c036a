package org.qibroker.demand;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Whom the provider asks; at least a name. */
public record Contact(
        @NotBlank @Size(max = 100) String name,
        @Nullable @Size(max = 40) String phone,
        @Nullable @Email @Size(max = 254) String email) {}
