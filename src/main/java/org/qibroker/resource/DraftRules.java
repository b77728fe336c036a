package org.qibroker.resource;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qibroker.resource.Workplaces.Workplace;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Refusal;

/** What a resource must satisfy beyond its fields one by one. */
final class DraftRules {
    private DraftRules() {}

    /**
     * The zone of the resource.
     *
     * @throws Refusal BAD_INPUT naming each wrong place
     */
    static ZoneId check(ResourceDraft draft, List<Workplace> own) {
        List<FieldFault> faults = new ArrayList<>();
        Optional<Workplace> site =
                own.stream().filter(w -> w.siteId().equals(draft.siteId())).findFirst();
        if (site.isEmpty()) {
            faults.add(FieldFault.of("/siteId", "not-your-site"));
        }
        if (draft.modeOrSlot() == ResourceMode.SLOT && draft.slotMinutes() == null) {
            faults.add(FieldFault.of("/slotMinutes", "not-null"));
        }
        if (draft.calibrationDue() != null && draft.kindOrBench() != ResourceKind.EQUIPMENT) {
            faults.add(FieldFault.of("/calibrationDue", "only-of-equipment"));
        }
        for (int i = 0; i < draft.closuresOrNone().size(); i++) {
            Closure closure = draft.closuresOrNone().get(i);
            if (!closure.from().isBefore(closure.to())) {
                faults.add(FieldFault.of("/closures/" + i + "/to", "end-before-start"));
            }
        }
        Optional<ZoneId> zone = draft.zone() == null ? site.map(Workplace::zone) : zone(draft.zone());
        if (zone.isEmpty() && draft.zone() != null) {
            faults.add(FieldFault.of("/zone", "unknown-zone", draft.zone()));
        }
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
        return zone.orElseThrow();
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
