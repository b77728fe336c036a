package org.qibroker.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Role;

/**
 * A new organisation and its first user.
 *
 * @param uscc unified social credit code
 * @param nameZh registered name
 * @param nameEn name in English
 * @param roles what it will act as; COORDINATOR only if the operator registers it
 * @param district code of its district
 * @param invoice what its invoices carry
 * @param user its first user
 */
public record RegisterOrganisation(
        @NotBlank String uscc,
        @NotBlank @Size(max = 200) String nameZh,
        @Nullable @Size(max = 200) String nameEn,
        @NotEmpty Set<@NotNull Role> roles,
        @Nullable @Pattern(regexp = "[0-9]{6}") String district,
        @Nullable @Valid Invoice invoice,
        @NotNull @Valid NewUser user) {}
