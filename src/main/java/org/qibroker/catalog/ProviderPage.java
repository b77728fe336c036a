package org.qibroker.catalog;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a provider shows.
 *
 * @param mine whether the reader may change the provider
 * @param words what the scope is searched for
 * @param more where the next part of the scope is, absent at the end
 */
public record ProviderPage(
        Provider provider,
        boolean mine,
        LocalDate today,
        String words,
        List<LineSummary> lines,
        int total,
        @Nullable String more) {
    private static final int SOON_DAYS = 60;

    /** How an accreditation stands on the day, as the end of a message key {@code catalog.status.…}. */
    public String standing(Accreditation accreditation) {
        if (accreditation.status() != Accreditation.Status.ACTIVE) {
            return accreditation.status().name();
        }
        if (today.isAfter(accreditation.to())) {
            return "EXPIRED";
        }
        if (today.isBefore(accreditation.from())) {
            return "FUTURE";
        }
        return today.plusDays(SOON_DAYS).isAfter(accreditation.to()) ? "EXPIRING" : "ACTIVE";
    }

    /** The tone of a badge for it. */
    public static String tone(String standing) {
        return switch (standing) {
            case "ACTIVE" -> "green";
            case "EXPIRING", "FUTURE", "SUSPENDED" -> "yellow";
            default -> "red";
        };
    }

    /** The names of the sites an accreditation covers. */
    public List<Site> sitesOf(Accreditation accreditation) {
        return provider.sites().stream()
                .filter(site -> accreditation.siteIds().contains(site.id()))
                .toList();
    }
}
