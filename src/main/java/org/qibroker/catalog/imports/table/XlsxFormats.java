package org.qibroker.catalog.imports.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What people see where a cell holds a number (ECMA-376, part 1, 18.8.30): a day where its format is one, per cent,
 * and words that the format puts around it, which may be the unit. The number itself is not rounded.
 */
final class XlsxFormats {
    private static final int GENERAL = 0;
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);
    private static final int FARTHEST_PLACE = 30;
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_DAY = 2_958_465;

    private final List<Integer> styles = new ArrayList<>();
    private final Map<Integer, NumberFormat> formats = new HashMap<>();
    private boolean from1904;

    /** No formats: every number is shown as it is. */
    XlsxFormats() {}

    /** Reads the part with the styles. */
    void read(XlsxXml xml) {
        for (String element = xml.nextElement(); element != null; element = xml.nextElement()) {
            if (element.equals("numFmt")) {
                int id = integer(xml.attribute("numFmtId", ""));
                formats.put(id, NumberFormat.of(xml.attribute("formatCode", "")));
            } else if (element.equals("cellXfs")) {
                readStyles(xml);
            }
        }
    }

    private void readStyles(XlsxXml xml) {
        for (String inner = xml.nextWithin("cellXfs"); inner != null; inner = xml.nextWithin("cellXfs")) {
            if (inner.equals("xf")) {
                styles.add(integer(xml.attribute("numFmtId", "")));
            }
        }
    }

    /** Days are counted from 1904, as early Macintoshes did. */
    void countFrom1904() {
        from1904 = true;
    }

    private static int integer(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return GENERAL;
        }
    }

    /** The number in a cell of that style, as it is seen; what is no number stays as it is. */
    String shown(String value, String style) {
        BigDecimal number;
        try {
            number = new BigDecimal(value.strip());
        } catch (NumberFormatException e) {
            return value;
        }
        if (number.signum() != 0 && Math.abs((long) number.precision() - number.scale()) > FARTHEST_PLACE) {
            return value;
        }
        int place = integer(style);
        int id = place >= 0 && place < styles.size() && !style.isEmpty() ? styles.get(place) : GENERAL;
        NumberFormat format = formats.getOrDefault(id, NumberFormat.builtIn(id));
        if (format.day()) {
            return day(number, value);
        }
        BigDecimal seen = format.percent() ? number.movePointRight(2) : number;
        return format.before() + plain(seen) + format.after();
    }

    private static String plain(BigDecimal number) {
        BigDecimal rounded = number.round(SHOWN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private String day(BigDecimal number, String value) {
        int days = number.intValue();
        if (number.signum() < 0 || days > LAST_DAY) {
            return value;
        }
        try {
            return (from1904 ? EPOCH_1904 : EPOCH).plusDays(days).toString();
        } catch (DateTimeException e) {
            return value;
        }
    }
}
