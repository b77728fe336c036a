package org.qibroker.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ToleranceAsked;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.http.Json;
import org.qibroker.shared.Family;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.ServiceKind;

/** What follows from instruments. Pure. */
final class LedgerRules {
    private static final Set<String> GIVES = Set.of("booking-reported", "booking-reissued");
    private static final Set<String> TAKES =
            Set.of("booking-disputed", "booking-report-withdrawn", "booking-terminated");

    private LedgerRules() {}

    /** What an event of a booking does to the certificates that came from it: true they hold, false they do not. */
    static Optional<Boolean> holds(String type, String state) {
        if (GIVES.contains(type)) {
            return Optional.of(true);
        }
        if (TAKES.contains(type)) {
            return Optional.of(false);
        }
        return type.equals("booking-completed") || type.equals("booking-resolved")
                ? Optional.of(state.equals("COMPLETED"))
                : Optional.empty();
    }

    /** Instruments of one kind, by what is asked for them: the same subject, range and tolerance. */
    static Map<String, List<Instrument>> byKind(List<Instrument> instruments) {
        Map<String, List<Instrument>> kinds = new LinkedHashMap<>();
        instruments.forEach(
                instrument -> kinds.computeIfAbsent(key(spec(instrument.draft(), 1)), key -> new ArrayList<>())
                        .add(instrument));
        return kinds;
    }

    /** What is asked for so many instruments of a kind. */
    static ItemSpec spec(InstrumentDraft draft, int pieces) {
        return new ItemSpec(
                Family.METROLOGY,
                ServiceKind.CALIBRATION,
                draft.subject().strip(),
                null,
                null,
                draft.range(),
                null,
                null,
                null,
                draft.tolerance(),
                null,
                null,
                null,
                pieces,
                null);
    }

    /** By what an item of a demand is recognised, whatever else was changed about it. */
    static String key(ItemSpec spec) {
        return key(Json.mapper().valueToTree(spec));
    }

    /** The same of an item as an event tells it. */
    static String key(JsonNode item) {
        return item.path("subject").asText() + " " + item.path("range") + " " + item.path("tolerance");
    }

    /** Refuses what cannot be, naming each place. */
    static InstrumentDraft checked(InstrumentDraft draft, UnitRegistry units) {
        List<FieldFault> faults = faults(draft, units);
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
        return draft;
    }

    /** What cannot be, each with its place. */
    static List<FieldFault> faults(InstrumentDraft draft, UnitRegistry units) {
        List<FieldFault> faults = new ArrayList<>();
        RangeAsked range = draft.range();
        if (range != null && units.find(range.unit()).isEmpty()) {
            faults.add(FieldFault.of("/range/unit", "unknown-unit", range.unit()));
        }
        if (range != null && range.min() != null && range.max() != null && range.min() > range.max()) {
            faults.add(FieldFault.of("/range/max", "range-reversed"));
        }
        ToleranceAsked tolerance = draft.tolerance();
        if (tolerance != null && units.find(tolerance.unit()).isEmpty()) {
            faults.add(FieldFault.of("/tolerance/unit", "unknown-unit", tolerance.unit()));
        }
        return faults;
    }
}
