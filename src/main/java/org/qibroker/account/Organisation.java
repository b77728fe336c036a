package org.qibroker.account;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Role;

/**
 * A legal person.
 *
 * @param id its id, also as a provider
 * @param uscc unified social credit code (GB 32100-2015), 18 characters
 * @param nameZh registered name
 * @param nameEn name in English
 * @param roles what it acts as: any of ENTERPRISE, PROVIDER, COORDINATOR
 * @param district code of its district
 * @param invoice what its invoices carry
 * @param version counted up by each change
 * @param verified whether a coordinator has found true what it states
 */
public record Organisation(
        UUID id,
        String uscc,
        String nameZh,
        @Nullable String nameEn,
        Set<Role> roles,
        @Nullable String district,
        @Nullable Invoice invoice,
        long version,
        boolean verified) {
    /** Copies the roles. */
    public Organisation {
        roles = Set.copyOf(roles);
    }

    /** The name in the reader's language, the registered one if there is no other. */
    public String name(Locale locale) {
        return nameEn != null && locale.getLanguage().equals("en") ? nameEn : nameZh;
    }
}
