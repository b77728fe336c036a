package org.qibroker.catalog;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.providers.ProviderCommands;
import org.qibroker.shared.Mark;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/**
 * What entitles some sites of a provider to put a mark on their reports.
 *
 * @param scheme the mark, such as {@code CNAS} or {@code CMA}
 * @param from first day it holds
 * @param to last day it holds
 * @param suspendedBy PROVIDER or COORDINATOR while it is suspended, else absent
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
        @Nullable Role suspendedBy,
        Confirmation confirmation,
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

    /** One that was just stated, ACTIVE. */
    public static Accreditation stated(UUID id, UUID provider, ProviderCommands.DescribeAccreditation said) {
        return new Accreditation(
                id,
                provider,
                Mark.of(said.scheme()).map(Mark::text).orElseGet(() -> said.scheme()
                        .strip()),
                said.certificateNumber().strip(),
                said.from(),
                said.to(),
                Status.ACTIVE,
                null,
                Confirmation.STATED,
                said.siteIds(),
                1);
    }

    /** Whether it entitles to a mark, however that is written. */
    public boolean allows(String mark) {
        return Mark.key(scheme).equals(Mark.key(mark));
    }

    /** Whether the mark may be used on each day of the period, both ends included: confirmed, active, within its dates. */
    public boolean holds(LocalDate first, LocalDate last) {
        return confirmation.confirmed() && inForce(first, last);
    }

    /** Whether it would hold if what the provider states is right: nobody has confirmed it yet, nor rejected it. */
    public boolean claimed(LocalDate first, LocalDate last) {
        return confirmation.state() == Confirmation.State.STATED && inForce(first, last);
    }

    private boolean inForce(LocalDate first, LocalDate last) {
        return status == Status.ACTIVE && !first.isBefore(from) && !last.isAfter(to);
    }

    /** This accreditation as it is described now, seen at a version; to be confirmed anew unless all is as before. */
    public Accreditation described(ProviderCommands.DescribeAccreditation said, long seen) {
        Accreditation now = stated(id, providerId, said);
        boolean same = now.scheme.equals(scheme)
                && now.certificateNumber.equals(certificateNumber)
                && now.from.equals(from)
                && now.to.equals(to)
                && now.siteIds.equals(siteIds);
        return new Accreditation(
                id,
                providerId,
                now.scheme,
                now.certificateNumber,
                now.from,
                now.to,
                status,
                suspendedBy,
                same ? confirmation : Confirmation.STATED,
                now.siteIds,
                seen);
    }

    /**
     * This accreditation in another status.
     *
     * @param seen the version it was seen at
     * @param by PROVIDER or COORDINATOR
     * @throws Refusal CONFLICT if it is withdrawn, or if the provider would lift what a coordinator suspended
     */
    public Accreditation withStatus(Status other, long seen, Role by) {
        if (status == Status.WITHDRAWN && other != Status.WITHDRAWN) {
            throw Refusal.conflict("accreditation-withdrawn");
        }
        if (other == Status.ACTIVE && suspendedBy == Role.COORDINATOR && by != Role.COORDINATOR) {
            throw Refusal.conflict("accreditation-suspended-by-coordinator");
        }
        Role suspender = other != Status.SUSPENDED ? null : suspendedBy == Role.COORDINATOR ? suspendedBy : by;
        return new Accreditation(
                id, providerId, scheme, certificateNumber, from, to, other, suspender, confirmation, siteIds, seen);
    }

    public Accreditation with(Confirmation decision, long seen) {
        return new Accreditation(
                id, providerId, scheme, certificateNumber, from, to, status, suspendedBy, decision, siteIds, seen);
    }
}
