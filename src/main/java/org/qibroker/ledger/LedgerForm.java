package org.qibroker.ledger;

import java.math.BigDecimal;
import java.util.Optional;
import org.qibroker.platform.web.Form;

/**
 * What the form of an instrument shows: what was typed, or else what the instrument is.
 *
 * @param instrument absent for a new one
 */
public record LedgerForm(Form typed, Optional<Instrument> instrument) {
    /** The content of a field. */
    public String value(String field) {
        return typed.names().isEmpty() ? said(field) : typed.text(field);
    }

    private String said(String field) {
        return instrument
                .map(Instrument::draft)
                .map(draft -> said(field, draft))
                .orElseGet(() -> usual(field));
    }

    private static String usual(String field) {
        return field.equals("intervalMonths") ? "12" : "";
    }

    private static String said(String field, InstrumentDraft draft) {
        if (field.equals("state")) {
            return draft.state().name();
        }
        Column column =
                switch (field) {
                    case "ownNumber" -> Column.OWN_NUMBER;
                    case "subject" -> Column.SUBJECT;
                    case "model" -> Column.MODEL;
                    case "serial" -> Column.SERIAL;
                    case "location" -> Column.LOCATION;
                    case "keeper" -> Column.KEEPER;
                    case "min" -> Column.RANGE_MIN;
                    case "max" -> Column.RANGE_MAX;
                    case "unit" -> Column.RANGE_UNIT;
                    case "tolerance" -> Column.TOLERANCE;
                    case "toleranceUnit" -> Column.TOLERANCE_UNIT;
                    case "accuracy" -> Column.ACCURACY;
                    case "lastNumber" -> Column.LAST_NUMBER;
                    case "lastOn" -> Column.LAST_ON;
                    case "lastProvider" -> Column.LAST_PROVIDER;
                    case "nextDue" -> Column.NEXT_DUE;
                    case "criticality" -> Column.CRITICALITY;
                    default -> Column.INTERVAL;
                };
        Object said = column.cell(draft);
        return said instanceof BigDecimal number ? number.toPlainString() : said.toString();
    }
}
