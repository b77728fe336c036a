package org.qibroker.sample;

import static org.qibroker.sample.SampleFiles.cell;

import io.vertx.core.Future;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ToleranceAsked;
import org.qibroker.ledger.Criticality;
import org.qibroker.ledger.InstrumentDraft;
import org.qibroker.ledger.InstrumentState;
import org.qibroker.ledger.Ledger;

/** The instruments of the sample's enterprises. */
final class Instruments {
    private final Ledger ledger;
    private final People people;
    private final SampleDays days;

    Instruments(Ledger ledger, People people, SampleDays days) {
        this.ledger = ledger;
        this.people = people;
        this.days = days;
    }

    Future<Void> add() {
        return SampleFiles.each(
                SampleFiles.rows("instruments.csv"), row -> ledger.add(draft(row), people.of(cell(row, "enterprise"))));
    }

    private InstrumentDraft draft(Map<String, String> row) {
        String unit = cell(row, "unit");
        Double tolerance = number(row, "tolerance");
        String last = some(row, "lastOn");
        return new InstrumentDraft(
                cell(row, "ownNumber"),
                cell(row, "subject"),
                some(row, "model"),
                some(row, "serial"),
                some(row, "location"),
                some(row, "keeper"),
                unit.isEmpty() ? null : new RangeAsked(number(row, "min"), number(row, "max"), unit),
                tolerance == null ? null : new ToleranceAsked(tolerance, cell(row, "toleranceUnit"), null),
                some(row, "accuracy"),
                Integer.valueOf(cell(row, "interval")),
                last == null
                        ? null
                        : new InstrumentDraft.Certificate(
                                cell(row, "lastNumber"), days.day(last), some(row, "lastProvider")),
                null,
                InstrumentState.valueOf(cell(row, "state")),
                Criticality.valueOf(cell(row, "criticality")));
    }

    private static @Nullable Double number(Map<String, String> row, String column) {
        String cell = some(row, column);
        return cell == null ? null : Double.valueOf(cell);
    }

    private static @Nullable String some(Map<String, String> row, String column) {
        String cell = cell(row, column);
        return cell.isEmpty() ? null : cell;
    }
}
