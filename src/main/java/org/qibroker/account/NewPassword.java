package org.qibroker.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A password to sign in with from now on. */
public record NewPassword(@NotBlank @Size(min = 8, max = 200) String password) {
    @Override
    public String toString() {
        return "NewPassword[]";
    }
}
