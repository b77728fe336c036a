package org.qibroker.catalog;

import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.ServiceKind;

/**
 * Lines on their way into the table, column by column; each states something.
 *
 * @param importId the import they come from, absent where there is none
 */
record LineBatch(UUID provider, @Nullable UUID importId, Instant now, List<LineChange> lines) {
    Tuple tuple() {
        Tuple tuple = Tuple.of(provider, importId, now.atOffset(ZoneOffset.UTC));
        addService(tuple);
        addTexts(tuple);
        addTerms(tuple);
        tuple.addValue(column(s -> s.days().from()).toArray(LocalDate[]::new));
        tuple.addValue(column(s -> s.days().to()).toArray(LocalDate[]::new));
        return tuple;
    }

    private void addService(Tuple tuple) {
        tuple.addValue(column(LineChange::id).toArray(UUID[]::new));
        tuple.addValue(column(s -> line(s).siteId()).toArray(UUID[]::new));
        tuple.addValue(strings(s -> service(s).family().name()));
        tuple.addValue(strings(LineBatch::kind));
        tuple.addValue(strings(s -> service(s).subject()));
        tuple.addValue(strings(s -> service(s).subjectEn()));
        tuple.addValue(strings(s -> service(s).parameter()));
        tuple.addValue(arrays(s -> service(s).scenarios()));
    }

    private void addTexts(Tuple tuple) {
        tuple.addValue(strings(s -> line(s).texts().quantity()));
        tuple.addValue(arrays(s -> line(s).texts().methods()));
        tuple.addValue(strings(s -> line(s).texts().range()));
        tuple.addValue(arrays(s -> line(s).texts().conditions()));
        tuple.addValue(strings(s -> line(s).texts().uncertainty()));
        tuple.addValue(column(s -> line(s).texts().coverageFactor()).toArray(Double[]::new));
        tuple.addValue(strings(s -> line(s).texts().limitation()));
        tuple.addValue(arrays(s -> line(s).marks()));
    }

    private void addTerms(Tuple tuple) {
        tuple.addValue(column(s -> line(s).terms().onSite()).toArray(Boolean[]::new));
        tuple.addValue(strings(s -> price(s).kind().name()));
        tuple.addValue(column(s -> price(s).fen()).toArray(Long[]::new));
        tuple.addValue(strings(s -> price(s).per()));
        tuple.addValue(column(s -> line(s).terms().turnaroundDays()).toArray(Integer[]::new));
        tuple.addValue(column(s -> line(s).terms().resourceId()).toArray(UUID[]::new));
    }

    private static ScopeLine line(LineChange stated) {
        return Objects.requireNonNull(stated.after());
    }

    private static Capability.Service service(LineChange stated) {
        return line(stated).service();
    }

    private static @Nullable String kind(LineChange stated) {
        ServiceKind kind = service(stated).kind();
        return kind == null ? null : kind.name();
    }

    private static Price price(LineChange stated) {
        return line(stated).terms().price();
    }

    private <T> List<@Nullable T> column(Function<LineChange, ? extends @Nullable T> value) {
        List<@Nullable T> column = new ArrayList<>(lines.size());
        lines.forEach(line -> column.add(value.apply(line)));
        return column;
    }

    private String[] strings(Function<LineChange, @Nullable String> value) {
        return column(value).toArray(String[]::new);
    }

    private JsonArray[] arrays(Function<LineChange, Collection<String>> value) {
        return column(s -> new JsonArray(List.copyOf(value.apply(s)))).toArray(JsonArray[]::new);
    }
}
