package org.qibroker.catalog.imports.table;

/**
 * What a number format of a spreadsheet does to a number, as far as it changes what the cell says.
 *
 * @param day the number is a day
 * @param percent the number is shown a hundred times as large, with a per cent sign in one of the texts around it
 * @param before what is written before the number
 * @param after what is written behind it
 */
record NumberFormat(boolean day, boolean percent, String before, String after) {
    private static final String GENERAL = "General";
    private static final NumberFormat PLAIN = new NumberFormat(false, false, "", "");
    private static final NumberFormat DAY = new NumberFormat(true, false, "", "");
    private static final NumberFormat PERCENT = new NumberFormat(false, true, "", "%");

    /** The formats that need no definition, those of Chinese and Japanese dates among them. */
    static NumberFormat builtIn(int id) {
        if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58)) {
            return DAY;
        }
        return id == 9 || id == 10 ? PERCENT : PLAIN;
    }

    /** Understands a format code: its first section, which is that of positive numbers. */
    static NumberFormat of(String code) {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        boolean digits = false;
        boolean day = false;
        boolean percent = false;
        for (int i = 0; i < code.length() && code.charAt(i) != ';'; i++) {
            char c = code.charAt(i);
            StringBuilder words = digits ? after : before;
            if (c == '"' || c == '[') {
                int end = code.indexOf(c == '"' ? '"' : ']', i + 1);
                end = end < 0 ? code.length() : end;
                words.append(c == '"' ? code.substring(i + 1, end) : currency(code.substring(i + 1, end)));
                i = end;
            } else if (c == '\\' || c == '_' || c == '*') {
                i++;
                words.append(c == '\\' && i < code.length() ? code.substring(i, i + 1) : "");
            } else if (c == '0' || c == '#' || c == '?') {
                digits = true;
            } else if (code.startsWith(GENERAL, i)) {
                digits = true;
                i += GENERAL.length() - 1;
            } else if (c == 'E' || c == 'e') {
                i++;
            } else if (c == '%') {
                percent = true;
                words.append(c);
            } else {
                day |= "yYdD".indexOf(c) >= 0;
                words.append(c > 0x7F || "$+-()~".indexOf(c) >= 0 ? String.valueOf(c) : "");
            }
        }
        if (day) {
            return DAY;
        }
        return digits ? new NumberFormat(false, percent, before.toString(), after.toString()) : PLAIN;
    }

    /** {@code [$¥-804]} is a currency sign; colours and conditions are not seen. */
    private static String currency(String bracket) {
        if (!bracket.startsWith("$")) {
            return "";
        }
        int end = bracket.indexOf('-');
        return bracket.substring(1, end < 0 ? bracket.length() : end);
    }
}
