package org.qibroker.catalog.scope;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.measure.Numbers;
import org.qibroker.platform.http.Inputs;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.web.Form;
import org.qibroker.shared.Family;
import org.qibroker.shared.Money;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.ServiceKind;

/**
 * A line as the fields of a form, both ways. Several methods, conditions, marks or scenarios stand one a line or apart by
 * semicolons.
 */
public final class LineFields {
    private static final BigDecimal MOST_YUAN = new BigDecimal("1e10");
    private final Function<String, String> values;

    private LineFields(Function<String, String> values) {
        this.values = values;
    }

    /** The fields as they were sent. */
    static LineFields sent(Form form) {
        return new LineFields(form::text);
    }

    /** An empty form. */
    static LineFields empty() {
        return new LineFields(name -> name.equals("family") ? "METROLOGY" : "");
    }

    /** The fields of a line. */
    static LineFields of(RecordedLine recorded) {
        Map<String, String> texts = new HashMap<>(texts(recorded.line()));
        texts.put(
                "validTo",
                recorded.validity().to() == null ? "" : recorded.validity().to().toString());
        return new LineFields(name -> texts.getOrDefault(name, ""));
    }

    private static Map<String, String> texts(ScopeLine line) {
        ScopeLine.Texts texts = line.texts();
        Price price = line.terms().price();
        Integer days = line.terms().turnaroundDays();
        ServiceKind kind = line.service().kind();
        return Map.ofEntries(
                Map.entry("family", line.service().family().name()),
                Map.entry("serviceKind", kind == null ? "" : kind.name()),
                Map.entry("subject", line.service().subject()),
                Map.entry("subjectEn", or(line.service().subjectEn())),
                Map.entry("parameter", line.service().parameter()),
                Map.entry("quantity", or(texts.quantity())),
                Map.entry("methods", String.join("\n", texts.methods())),
                Map.entry("range", or(texts.range())),
                Map.entry("conditions", String.join("\n", texts.conditions())),
                Map.entry("uncertainty", or(texts.uncertainty())),
                Map.entry("coverageFactor", Numbers.print(texts.coverageFactor())),
                Map.entry("limitation", or(texts.limitation())),
                Map.entry("marks", String.join("; ", line.marks())),
                Map.entry("scenarios", String.join("; ", line.service().scenarios())),
                Map.entry("siteId", line.siteId().toString()),
                Map.entry("onSite", line.terms().onSite() ? "true" : ""),
                Map.entry("priceKind", price.kind().name()),
                Map.entry("priceYuan", price.fen() == null ? "" : yuan(price.fen())),
                Map.entry("pricePer", or(price.per())),
                Map.entry("turnaroundDays", days == null ? "" : days.toString()));
    }

    /** An amount of fen in yuan. */
    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).stripTrailingZeros().toPlainString();
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** What stands in a field, empty where nothing does. */
    public String value(String name) {
        return values.apply(name);
    }

    /**
     * The line that a form states.
     *
     * @throws Refusal BAD_INPUT naming each field that is wrong
     */
    static LineCommand command(Form form) {
        Inputs inputs = form.inputs();
        return Validation.valid(new LineCommand(
                inputs.constant("family", Family.class).orElseThrow(() -> Refusal.badInput("/family", "not-null")),
                inputs.constant("serviceKind", ServiceKind.class).orElse(null),
                form.text("subject"),
                form.optional("subjectEn").orElse(null),
                form.optional("parameter").orElse(null),
                form.optional("quantity").orElse(null),
                several(form.text("methods")),
                form.optional("range").orElse(null),
                several(form.text("conditions")),
                form.optional("uncertainty").orElse(null),
                inputs.decimal("coverageFactor").map(BigDecimal::doubleValue).orElse(null),
                form.optional("limitation").orElse(null),
                new LinkedHashSet<>(several(form.text("marks"))),
                inputs.id("siteId").orElse(null),
                form.has("onSite"),
                price(form),
                inputs.integer("turnaroundDays").orElse(null),
                new LinkedHashSet<>(several(form.text("scenarios"))),
                inputs.date("effectiveFrom").orElse(null),
                inputs.date("validTo").orElse(null)));
    }

    /** What the fields of a price say; a sum without a kind is fixed. */
    static LineCommand.PriceSaid price(Form form) {
        Price.Kind kind = form.inputs().constant("priceKind", Price.Kind.class).orElse(Price.Kind.ON_REQUEST);
        BigDecimal yuan = form.inputs().decimal("priceYuan").orElse(null);
        if (kind == Price.Kind.ON_REQUEST) {
            return new LineCommand.PriceSaid(kind, null, null);
        }
        if (yuan == null) {
            throw Refusal.badInput("/priceYuan", "not-null");
        }
        if (yuan.signum() < 0
                || yuan.compareTo(MOST_YUAN) > 0
                || yuan.stripTrailingZeros().scale() > 2) {
            throw Refusal.badInput("/priceYuan", "price-not-yuan");
        }
        return new LineCommand.PriceSaid(
                kind,
                Money.fen(yuan.movePointRight(2).longValueExact()),
                form.optional("pricePer").orElse(null));
    }

    private static List<String> several(String text) {
        return Arrays.stream(text.split("[;；\\r\\n]+"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }
}
