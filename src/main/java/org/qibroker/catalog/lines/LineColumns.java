package org.qibroker.catalog.lines;

/** Names of the columns of a line, the same in every table that holds lines. */
public final class LineColumns {
    /** What a line states, without its id and its days. */
    public static final String ALL =
            """
            site_id, family, service_kind, subject, subject_en, parameter, scenarios, quantity, methods, range_text,
            conditions, uncertainty_text, coverage_factor, limitation, marks, on_site, price_kind, price_fen, price_per,
            turnaround_days, resource_id""";

    private LineColumns() {}
}
