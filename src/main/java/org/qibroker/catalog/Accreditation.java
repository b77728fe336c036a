package org.qibroker.catalog;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.qibroker.shared.Refusal;

/**
 * What entitles some sites of a provider to put a mark on their reports.
 *
 * @param scheme the mark, such as {@code CNAS} or {@code CMA}
 * @param from first day it holds
 * @param to last day it holds
 * @param siteIds the sites it covers
 */
public record Accreditation(
        UUID id,
        UUID providerId,
        String scheme,
        String certificateNumber,
        LocalDate from,
        LocalDate to,
        Status status,
        Set<UUID> siteIds,
        long version) {

    /** Whether it counts. */
    public enum Status {
        /** In force within its dates. */
        ACTIVE,
        /** Suspended for now. */
        SUSPENDED,
        /** Withdrawn for good. */
        WITHDRAWN
    }

    /** Copies the sites. */
    public Accreditation {
        siteIds = Set.copyOf(siteIds);
    }

    /** Whether the mark may be used on each day of the period, both ends included. */
    public boolean holds(LocalDate first, LocalDate last) {
        return status == Status.ACTIVE && !first.isBefore(from) && !last.isAfter(to);
    }

    /**
     * This accreditation in another status.
     *
     * @param seen the version it was seen at
     * @throws Refusal CONFLICT if it is withdrawn
     */
    Accreditation withStatus(Status other, long seen) {
        if (status == Status.WITHDRAWN && other != Status.WITHDRAWN) {
            throw Refusal.conflict("accreditation-withdrawn");
        }
        return new Accreditation(id, providerId, scheme, certificateNumber, from, to, other, siteIds, seen);
    }
}
