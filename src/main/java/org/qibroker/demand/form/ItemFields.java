package org.qibroker.demand.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.asked.ConditionAsked;
import org.qibroker.demand.asked.PointAsked;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ToleranceAsked;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.measure.Numbers;
import org.qibroker.shared.Family;

/** One item of the request form, as typed: texts by the name of their field. */
public final class ItemFields {
    private static final String SEPARATOR = "; ";

    private final Map<String, String> texts;

    ItemFields(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    /** An empty item of a family. */
    static ItemFields blank(Family family) {
        return new ItemFields(Map.of("family", family.name()));
    }

    /** The fields that an item would have been typed into. */
    static ItemFields of(ItemSpec item) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("family", item.family().name());
        put(texts, "serviceKind", item.serviceKind());
        put(texts, "subject", item.subject());
        put(texts, "parameter", item.parameter());
        put(texts, "quantity", item.quantity());
        measured(texts, item);
        put(texts, "k", item.coverageFactor());
        put(texts, "methods", joined(item.methods()));
        put(texts, "marks", joined(item.marks()));
        put(texts, "pieces", item.pieces());
        if (Boolean.TRUE.equals(item.onSite())) {
            texts.put("onSite", "true");
        }
        return new ItemFields(texts);
    }

    private static void measured(Map<String, String> texts, ItemSpec item) {
        List<PointAsked> points = item.points();
        if (points != null && !points.isEmpty()) {
            put(
                    texts,
                    "points",
                    points.stream().map(p -> Numbers.print(p.value())).collect(Collectors.joining(SEPARATOR)));
            put(texts, "unit", points.get(0).unit());
        }
        range(texts, "", item.range());
        ValueAsked max = item.maxUncertainty();
        if (max != null) {
            put(texts, "u", max.value());
            put(texts, "uUnit", max.unit());
            put(texts, "uRelative", max.relative());
        }
        ToleranceAsked tolerance = item.tolerance();
        if (tolerance != null) {
            put(texts, "tolerance", tolerance.value());
            put(texts, "toleranceUnit", tolerance.unit());
            put(texts, "ratio", tolerance.ratio());
        }
        List<ConditionAsked> conditions = item.conditions() == null ? List.of() : item.conditions();
        for (int i = 0; i < conditions.size(); i++) {
            put(texts, condition(i, "name"), conditions.get(i).name());
            range(texts, "conditions." + i + ".", conditions.get(i).range());
        }
    }

    private static void range(Map<String, String> texts, String prefix, @Nullable RangeAsked range) {
        if (range != null) {
            put(texts, prefix + "min", range.min());
            put(texts, prefix + "max", range.max());
            put(texts, prefix + "unit", range.unit());
        }
    }

    private static void put(Map<String, String> texts, String name, @Nullable Object value) {
        if (value != null) {
            texts.put(name, value instanceof Double number ? Numbers.print(number) : value.toString());
        }
    }

    private static @Nullable String joined(@Nullable List<String> parts) {
        return parts == null ? null : String.join(SEPARATOR, parts);
    }

    /** What the field holds, {@code ""} if nothing. */
    public String text(String name) {
        return texts.getOrDefault(name, "");
    }

    /** A field of a condition. */
    public String text(int condition, String name) {
        return text(condition(condition, name));
    }

    private static String condition(int index, String name) {
        return "conditions." + index + "." + name;
    }

    /** How many conditions to show: those typed, and an empty one. */
    public int conditions() {
        int shown = 0;
        while (texts.containsKey(condition(shown, "name"))) {
            shown++;
        }
        return shown + 1;
    }

    /** Whether nothing was typed. */
    public boolean blank() {
        return texts.keySet().stream().allMatch(name -> name.equals("family"));
    }

    /** Whether one of the fields that are usually folded away holds something. */
    public boolean special() {
        return texts.keySet().stream()
                .anyMatch(name -> name.startsWith("conditions.")
                        || List.of("serviceKind", "quantity", "points", "tolerance", "k", "onSite", "uRelative")
                                .contains(name));
    }
}
