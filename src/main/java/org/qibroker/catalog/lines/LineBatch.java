package org.qibroker.catalog.lines;

import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.shared.ServiceKind;

/**
 * Lines on their way into the table, column by column.
 *
 * @param importId the import they come from, absent where there is none
 */
record LineBatch(UUID provider, @Nullable UUID importId, Instant now, List<StatedLine> lines) {

    /** A line with its id and its days. */
    record StatedLine(UUID id, ScopeLine line, Capability.Validity validity) {}

    Tuple tuple() {
        Tuple tuple = Tuple.of(provider, importId, now.atOffset(ZoneOffset.UTC));
        addService(tuple);
        addTexts(tuple);
        addTerms(tuple);
        tuple.addValue(column(s -> s.validity().from()).toArray(LocalDate[]::new));
        tuple.addValue(column(s -> s.validity().to()).toArray(LocalDate[]::new));
        return tuple;
    }

    private void addService(Tuple tuple) {
        tuple.addValue(column(StatedLine::id).toArray(UUID[]::new));
        tuple.addValue(column(s -> s.line().siteId()).toArray(UUID[]::new));
        tuple.addValue(strings(s -> service(s).family().name()));
        tuple.addValue(strings(LineBatch::kind));
        tuple.addValue(strings(s -> service(s).subject()));
        tuple.addValue(strings(s -> service(s).subjectEn()));
        tuple.addValue(strings(s -> service(s).parameter()));
        tuple.addValue(arrays(s -> service(s).scenarios()));
    }

    private void addTexts(Tuple tuple) {
        tuple.addValue(strings(s -> s.line().texts().quantity()));
        tuple.addValue(arrays(s -> s.line().texts().methods()));
        tuple.addValue(strings(s -> s.line().texts().range()));
        tuple.addValue(arrays(s -> s.line().texts().conditions()));
        tuple.addValue(strings(s -> s.line().texts().uncertainty()));
        tuple.addValue(column(s -> s.line().texts().coverageFactor()).toArray(Double[]::new));
        tuple.addValue(strings(s -> s.line().texts().limitation()));
        tuple.addValue(arrays(s -> s.line().marks()));
    }

    private void addTerms(Tuple tuple) {
        tuple.addValue(column(s -> s.line().terms().onSite()).toArray(Boolean[]::new));
        tuple.addValue(strings(s -> price(s).kind().name()));
        tuple.addValue(column(s -> price(s).fen()).toArray(Long[]::new));
        tuple.addValue(strings(s -> price(s).per()));
        tuple.addValue(column(s -> s.line().terms().turnaroundDays()).toArray(Integer[]::new));
        tuple.addValue(column(s -> s.line().terms().resourceId()).toArray(UUID[]::new));
    }

    private static Capability.Service service(StatedLine stated) {
        return stated.line().service();
    }

    private static @Nullable String kind(StatedLine stated) {
        ServiceKind kind = service(stated).kind();
        return kind == null ? null : kind.name();
    }

    private static Price price(StatedLine stated) {
        return stated.line().terms().price();
    }

    private <T> List<@Nullable T> column(Function<StatedLine, ? extends @Nullable T> value) {
        List<@Nullable T> column = new ArrayList<>(lines.size());
        lines.forEach(line -> column.add(value.apply(line)));
        return column;
    }

    private String[] strings(Function<StatedLine, @Nullable String> value) {
        return column(value).toArray(String[]::new);
    }

    private JsonArray[] arrays(Function<StatedLine, Collection<String>> value) {
        return column(s -> new JsonArray(List.copyOf(value.apply(s)))).toArray(JsonArray[]::new);
    }
}
