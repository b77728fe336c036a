package org.qibroker.account.operator;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.qibroker.shared.Role;

/**
 * Somebody who stands for no organisation: an expert or an operator.
 *
 * @param email what they sign in with, and where the link for their first password goes
 */
record NewAccount(
        @NotBlank @Email @Size(max = 254) String email,
        @NotBlank @Size(max = 100) String name,
        @NotEmpty Set<@NotNull Role> roles) {}
