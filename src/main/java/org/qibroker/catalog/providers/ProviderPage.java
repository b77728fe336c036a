package org.qibroker.catalog.providers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisation;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.LineSummary;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.Site;
import org.qibroker.catalog.directory.Directory;

/**
 * What the page of a provider shows.
 *
 * @param organisation as which it is registered
 * @param glance what it can do, and how it kept what it promised
 * @param coordinator whether the reader is one, who may suspend what does not hold
 * @param mine whether the reader may change the provider
 * @param words what the scope is searched for
 * @param more where the next part of the scope is, absent at the end
 * @param typed what was typed into the form that was refused
 */
public record ProviderPage(
        Provider provider,
        Organisation organisation,
        Directory.Glance glance,
        boolean mine,
        boolean coordinator,
        LocalDate today,
        String words,
        List<LineSummary> lines,
        int total,
        @Nullable String more,
        TypedForm typed) {
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

    /** The marks that some site holds today. */
    public List<String> marksHeld() {
        return provider.accreditations().stream()
                .filter(accreditation -> accreditation.holds(today, today))
                .map(Accreditation::scheme)
                .distinct()
                .toList();
    }

    /** The names of the sites an accreditation covers. */
    public List<Site> sitesOf(Accreditation accreditation) {
        return provider.sites().stream()
                .filter(site -> accreditation.siteIds().contains(site.id()))
                .toList();
    }
}
