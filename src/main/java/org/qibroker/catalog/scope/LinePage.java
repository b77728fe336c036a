package org.qibroker.catalog.scope;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.lines.VersionedLine;
import org.qibroker.catalog.lint.FindingView;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.TextOnly;
import org.qibroker.measure.unit.QuantityKind;

/**
 * What the page of one line shows its provider.
 *
 * @param line absent for a new one
 * @param fields what stands in the form
 * @param read how the form is read, absent where it says too little
 * @param findings what is doubtful about the form
 * @param history every statement made about the line, the latest first
 * @param back the page to go on with once the form is taken, empty for the line itself
 */
public record LinePage(
        Provider provider,
        List<QuantityKind> kinds,
        LocalDate today,
        @Nullable VersionedLine line,
        LineFields fields,
        @Nullable Capability read,
        List<FindingView> findings,
        List<VersionedLine> history,
        String back) {

    /** Where the form is sent. */
    public String action() {
        return line == null ? "/scope/lines" : "/scope/lines/" + line.line().id();
    }

    /** The id of the line, empty for a new one. */
    public String id() {
        return line == null ? "" : line.line().id().toString();
    }

    /** The findings about a field. */
    public List<FindingView> about(String field) {
        return findings.stream()
                .filter(finding -> finding.field().equals(field))
                .toList();
    }

    /** The range as it was read, empty where it was not. */
    public String rangeRead() {
        QuantityRange range = read == null ? null : read.measured().range();
        return range == null ? "" : range.text();
    }

    /** The quantity as it was read, absent where it was not. */
    public @Nullable QuantityKind kindRead() {
        return read == null ? null : read.measured().quantity();
    }

    /** The form of the uncertainty as the end of a message key, empty where it was not read. */
    public String uncertaintyRead() {
        return read == null || read.measured().uncertainty() instanceof TextOnly
                ? ""
                : read.measured().uncertainty().form().name();
    }

    /** Whether the line is over. */
    public boolean ended() {
        LocalDate to = line == null ? null : line.line().validity().to();
        return to != null && to.isBefore(today);
    }

    /** Whether a site is the one chosen. */
    public boolean at(UUID site) {
        String chosen = fields.value("siteId");
        return chosen.isEmpty()
                ? provider.mainSite().filter(main -> main.id().equals(site)).isPresent()
                : chosen.equals(site.toString());
    }
}
