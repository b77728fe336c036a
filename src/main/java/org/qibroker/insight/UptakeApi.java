package org.qibroker.insight;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.insight.Uptake.Row;
import org.qibroker.insight.Uptake.Values;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.Inputs;
import org.qibroker.platform.http.Messages;
import org.qibroker.shared.Page;
import org.qibroker.shared.Refusal;

/** Uptake over the API. */
final class UptakeApi {
    private final Figures figures;
    private final Messages messages;

    UptakeApi(Figures figures, Messages messages) {
        this.figures = figures;
        this.messages = messages;
    }

    void bind(ApiBinder api) {
        api.bind("uptake", this::uptake);
        api.bind("listFigures", call -> Future.succeededFuture(ApiReply.ok(new Page<>(definitions(call), null, null))));
        api.bind("listUptakeEvents", this::events);
    }

    private Future<ApiReply> uptake(ApiCall call) {
        Dimension by = call.queryEnum("by", Dimension.class).orElse(Dimension.MONTH);
        return figures.uptake(wanted(call), by, call.caller(), call.locale())
                .map(uptake -> ApiReply.ok(View.of(uptake, call.locale(), messages)));
    }

    private Wanted wanted(ApiCall call) {
        return figures.wanted(new Inputs(call::query));
    }

    private List<Definition> definitions(ApiCall call) {
        return Stream.of(Figure.values())
                .map(figure -> Definition.of(figure, call.locale(), messages))
                .toList();
    }

    private Future<ApiReply> events(ApiCall call) {
        Figure figure = Figure.named(call.path("figure")).findFirst().orElseThrow(() -> Refusal.notFound("figure"));
        return figures.entries(figure, wanted(call), call.page(), call.caller()).map(ApiReply::ok);
    }

    private record Definition(Figure figure, String name, String formula, Unit unit, List<String> events) {
        static Definition of(Figure figure, Locale locale, Messages messages) {
            return new Definition(
                    figure,
                    messages.text(locale, "insight.figure." + figure.name()),
                    messages.text(locale, "insight.formula." + figure.name()),
                    figure.unit(),
                    figure.events());
        }
    }

    private record Value(
            Figure figure,
            String name,
            Unit unit,
            @Nullable Number value,
            @Nullable Number before,
            @Nullable Number yearBefore) {}

    private record Part(String key, String name, Map<Figure, Number> values, @Nullable List<Figure> hidden) {
        static Part of(Row row) {
            Values values = row.values();
            return new Part(
                    row.key().isEmpty() ? Wanted.NONE : row.key(),
                    row.name(),
                    values.all(),
                    values.hidden().isEmpty() ? null : values.hidden());
        }
    }

    private record View(
            LocalDate from,
            LocalDate to,
            Map<String, String> filters,
            List<Value> figures,
            @Nullable List<Figure> hidden,
            @Nullable Dimension by,
            List<Part> series) {
        static View of(Uptake uptake, Locale locale, Messages messages) {
            Months months = uptake.wanted().months();
            Map<String, String> filters = new LinkedHashMap<>();
            uptake.wanted()
                    .filters()
                    .forEach((dimension, value) ->
                            filters.put(dimension.filter(), value.isEmpty() ? Wanted.NONE : value));
            List<Figure> hidden = uptake.now().hidden();
            return new View(
                    months.first(),
                    months.to().atEndOfMonth(),
                    filters,
                    Stream.of(Figure.values())
                            .map(figure -> new Value(
                                    figure,
                                    messages.text(locale, "insight.figure." + figure.name()),
                                    figure.unit(),
                                    uptake.now().of(figure),
                                    uptake.before().of(figure),
                                    uptake.yearBefore().of(figure)))
                            .toList(),
                    hidden.isEmpty() ? null : hidden,
                    uptake.by(),
                    uptake.rows().stream().map(Part::of).toList());
        }
    }
}
