package org.qibroker.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A person who will sign in with an address and a password of 8 to 200 characters. */
public record NewUser(
        @NotBlank @Email @Size(max = 254) String email,
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(min = 8, max = 200) String password) {
    @Override
    public String toString() {
        return "NewUser[" + email + "]";
    }
}
