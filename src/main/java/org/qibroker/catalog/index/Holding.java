package org.qibroker.catalog.index;

import java.util.List;
import java.util.UUID;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.Confirmation;
import org.qibroker.shared.Mark;

/**
 * A mark that a site may use, as far as its accreditation is in force and nobody has rejected it.
 *
 * @param mark its key
 * @param from first day, counted from 1970
 * @param to last day
 * @param confirmed whether more than the provider's word stands for it
 */
public record Holding(String mark, long from, long to, boolean confirmed) {
    static Holding[] of(List<Accreditation> accreditations, UUID site) {
        return accreditations.stream()
                .filter(a -> a.siteIds().contains(site) && a.status() == Accreditation.Status.ACTIVE)
                .filter(a -> a.confirmation().confirmed() || a.confirmation().state() == Confirmation.State.STATED)
                .map(a -> new Holding(
                        Mark.key(a.scheme()),
                        a.from().toEpochDay(),
                        a.to().toEpochDay(),
                        a.confirmation().confirmed()))
                .toArray(Holding[]::new);
    }
}
