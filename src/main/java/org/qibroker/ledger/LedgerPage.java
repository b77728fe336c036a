package org.qibroker.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.shared.Page;

/**
 * What the page of a ledger shows.
 *
 * @param view which part is shown: {@code all}, {@code overdue}, {@code soon}, or a month such as {@code 2027-03}
 * @param months how many are due in each of the coming months
 * @param findings what was wrong in the file just sent
 */
public record LedgerPage(
        String view,
        LedgerFilter filter,
        Page<Instrument> page,
        Map<YearMonth, Integer> months,
        LocalDate today,
        List<LedgerImports.Place> findings) {

    /** The month that is shown, if one is. */
    public @Nullable YearMonth month() {
        return months.keySet().stream()
                .filter(month -> month.toString().equals(view))
                .findFirst()
                .orElse(null);
    }

    /** How tall a month's bar is among those shown, 0 to 5. */
    public int height(int count) {
        int most = months.values().stream().max(Integer::compare).orElse(0);
        return most == 0 || count == 0 ? 0 : 1 + 4 * count / most;
    }

    /** Whether an instrument is chosen to begin with: what is overdue or soon due, and can be asked for. */
    public boolean chosen(Instrument instrument) {
        boolean pressing = view.equals("overdue") || view.equals("soon");
        return pressing && instrument.draft().state() == InstrumentState.IN_USE && instrument.demandId() == null;
    }

    /** A range as people write it. */
    public static String extent(RangeAsked range) {
        return number(range.min()) + "–" + number(range.max()) + " " + range.unit();
    }

    private static String number(@Nullable Double end) {
        return end == null ? "" : BigDecimal.valueOf(end).stripTrailingZeros().toPlainString();
    }

    /** Whether nothing at all is in the ledger, as far as this page tells. */
    public boolean bare() {
        return page.items().isEmpty() && view.equals("all") && filter.text() == null;
    }
}
