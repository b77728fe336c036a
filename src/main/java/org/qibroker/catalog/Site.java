package org.qibroker.catalog;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.providers.ProviderCommands;

/**
 * A place where a provider works.
 *
 * @param district six-digit code, GB/T 2260
 * @param main whether lines of a scope that name no site belong here
 * @param zone IANA time zone of its clocks and opening hours
 * @param endedOn last day on which work is done there, absent while no end is known
 */
public record Site(
        UUID id,
        UUID providerId,
        String nameZh,
        @Nullable String nameEn,
        String district,
        String addressZh,
        boolean main,
        String zone,
        @Nullable LocalDate endedOn,
        Confirmation confirmation,
        long version) {

    /** A site that was just stated and has no end. */
    public static Site stated(UUID id, UUID provider, ProviderCommands.DescribeSite said) {
        return new Site(
                id,
                provider,
                said.nameZh().strip(),
                said.nameEn(),
                said.district(),
                said.addressZh().strip(),
                Boolean.TRUE.equals(said.main()),
                said.zoneOrUsual(),
                null,
                Confirmation.STATED,
                1);
    }

    /** Whether work is done there on the day. */
    public boolean open(LocalDate day) {
        return endedOn == null || !day.isAfter(endedOn);
    }

    /** What it is called, and where it is, as one text that changes with what a coordinator has to look at. */
    private String substance() {
        return String.join("\n", nameZh, district, addressZh, zone);
    }

    /** This site as it is described now, seen at a version; what a coordinator confirmed holds unless it differs. */
    public Site described(ProviderCommands.DescribeSite said, long seen) {
        Site now = stated(id, providerId, said);
        Confirmation kept = now.substance().equals(substance()) ? confirmation : Confirmation.STATED;
        return new Site(
                id,
                providerId,
                now.nameZh,
                now.nameEn,
                now.district,
                now.addressZh,
                main || now.main,
                now.zone,
                endedOn,
                kept,
                seen);
    }

    public Site ended(LocalDate lastDay, long seen) {
        return new Site(id, providerId, nameZh, nameEn, district, addressZh, main, zone, lastDay, confirmation, seen);
    }

    public Site with(Confirmation decision, long seen) {
        return new Site(id, providerId, nameZh, nameEn, district, addressZh, main, zone, endedOn, decision, seen);
    }
}
