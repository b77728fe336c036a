package org.qibroker.catalog.imports.rows;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.qibroker.catalog.imports.columns.Column;
import org.qibroker.catalog.imports.columns.Header;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;

/** What family a sheet without such a column is of: its title says so, or columns that only one family has. */
final class FamilyClue {
    private static final Map<Pattern, ServiceKind> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(Pattern.compile("校准|calibrat"), ServiceKind.CALIBRATION);
        WORDS.put(Pattern.compile("检定|verification"), ServiceKind.VERIFICATION);
        WORDS.put(Pattern.compile("检测|试验|\\btest"), ServiceKind.TESTING);
        WORDS.put(Pattern.compile("检验|inspect"), ServiceKind.INSPECTION);
    }

    private FamilyClue() {}

    /** Values of the columns of family and service; empty where nothing says so, or several things do. */
    static Map<Column, String> of(Header header, Set<Column> columns) {
        Map<Column, String> title = of(header.above());
        if (!title.isEmpty()) {
            return title;
        }
        if (columns.contains(Column.UNCERTAINTY)) {
            return of(ServiceKind.CALIBRATION);
        }
        return of(String.join(" ", header.names()));
    }

    private static Map<Column, String> of(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        ServiceKind kind = null;
        for (Map.Entry<Pattern, ServiceKind> word : WORDS.entrySet()) {
            if (word.getKey().matcher(lower).find()) {
                if (kind != null) {
                    return Map.of();
                }
                kind = word.getValue();
            }
        }
        return kind == null ? Map.of() : of(kind);
    }

    private static Map<Column, String> of(ServiceKind kind) {
        boolean measures = kind == ServiceKind.CALIBRATION || kind == ServiceKind.VERIFICATION;
        Family family = measures ? Family.METROLOGY : Family.TESTING;
        return Map.of(Column.FAMILY, family.name(), Column.SERVICE_KIND, kind.name());
    }
}
