package org.qibroker.catalog.imports.exports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.catalog.Site;
import org.qibroker.catalog.imports.columns.Column;
import org.qibroker.shared.TextKey;

/** A scope as the cells of a file that an import takes again without a difference. */
public final class ScopeFile {
    /** For whom the file is. */
    enum Dialect {
        /** For people: Chinese headings. */
        SPREADSHEET,
        /** For programs: the names of the contract; no text is altered for the sake of a spreadsheet. */
        MACHINE
    }

    private final Provider provider;

    ScopeFile(Provider provider) {
        this.provider = provider;
    }

    /** The headings. */
    static List<String> header(Dialect dialect) {
        return Arrays.stream(Column.values())
                .map(column -> dialect == Dialect.MACHINE ? column.key() : column.chinese())
                .toList();
    }

    /** Whether a header is that of the dialect for programs. */
    public static boolean machine(List<String> names) {
        return names.equals(header(Dialect.MACHINE));
    }

    /** One line, a cell for each column; blank where the line says nothing. */
    List<String> cells(RecordedLine recorded) {
        ScopeLine line = recorded.line();
        Capability.Service service = line.service();
        ScopeLine.Texts texts = line.texts();
        Capability.Terms terms = line.terms();
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(service.family());
        cells.add(service.kind());
        cells.add(service.subject());
        cells.add(service.subjectEn());
        cells.add(service.parameter());
        cells.add(texts.quantity());
        cells.add(joined(texts.methods()));
        cells.add(texts.range());
        cells.add(joined(texts.conditions()));
        cells.add(texts.uncertainty());
        cells.add(
                BigDecimal.valueOf(texts.coverageFactor()).stripTrailingZeros().toPlainString());
        cells.add(texts.limitation());
        cells.add(joined(line.marks()));
        cells.add(site(line));
        cells.add(terms.onSite() ? "是" : "否");
        cells.add(price(terms.price()));
        cells.add(terms.turnaroundDays());
        cells.add(joined(service.scenarios()));
        cells.add(recorded.validity().from());
        cells.add(recorded.validity().to());
        return cells.stream().map(cell -> Objects.toString(cell, "")).toList();
    }

    /** The name of the site, or its id where an import would take the name for another one. */
    private String site(ScopeLine line) {
        return provider.site(line.siteId())
                .map(Site::nameZh)
                .filter(this::ofOneSite)
                .orElse(line.siteId().toString());
    }

    private boolean ofOneSite(String name) {
        String key = TextKey.of(name);
        return provider.sites().stream()
                        .filter(site -> TextKey.of(site.nameZh()).equals(key)
                                || TextKey.of(Objects.toString(site.nameEn(), ""))
                                        .equals(key))
                        .count()
                == 1;
    }

    private static String joined(Collection<String> values) {
        return String.join("；", values);
    }

    private static String price(Price price) {
        if (price.fen() == null) {
            return "";
        }
        String yuan = BigDecimal.valueOf(price.fen(), 2).stripTrailingZeros().toPlainString();
        return yuan + "元" + (price.per() == null ? "" : "/" + price.per())
                + (price.kind() == Price.Kind.FROM ? "起" : "");
    }
}
