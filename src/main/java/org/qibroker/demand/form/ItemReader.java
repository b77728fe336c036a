package org.qibroker.demand.form;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.asked.ConditionAsked;
import org.qibroker.demand.asked.PointAsked;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ToleranceAsked;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;

/** Reads one item of the request form. */
final class ItemReader {
    private final ItemFields fields;
    private final String at;
    private final FieldTexts texts;

    private ItemReader(ItemFields fields, String at, FieldTexts texts) {
        this.fields = fields;
        this.at = at;
        this.texts = texts;
    }

    /** The items typed, the empty ones left out; faults go to the texts. */
    static List<ItemSpec> read(List<ItemFields> typed, FieldTexts texts) {
        List<ItemSpec> items = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            if (!typed.get(i).blank()) {
                items.add(new ItemReader(typed.get(i), "/items/" + i, texts).read());
            }
        }
        return items;
    }

    private ItemSpec read() {
        Family family = texts.constant(fields.text("family"), Family.class, at + "/family");
        String unit = fields.text("unit").strip();
        return new ItemSpec(
                family == null ? Family.METROLOGY : family,
                texts.constant(fields.text("serviceKind"), ServiceKind.class, at + "/serviceKind"),
                fields.text("subject").strip(),
                FieldTexts.said(fields.text("parameter")),
                FieldTexts.said(fields.text("quantity")),
                range(fields.text("min"), fields.text("max"), unit, at + "/range"),
                points(unit),
                conditions(),
                maxUncertainty(unit),
                tolerance(unit),
                texts.number(fields.text("k"), at + "/coverageFactor"),
                FieldTexts.several(fields.text("methods")),
                FieldTexts.several(fields.text("marks")),
                texts.whole(fields.text("pieces"), at + "/pieces"),
                fields.text("onSite").equals("true") ? Boolean.TRUE : null);
    }

    private @Nullable RangeAsked range(String min, String max, String unit, String pointer) {
        if (min.isBlank() && max.isBlank()) {
            return null;
        }
        return new RangeAsked(
                texts.number(min, pointer + "/min"), texts.number(max, pointer + "/max"), needed(unit, pointer));
    }

    private @Nullable List<PointAsked> points(String unit) {
        List<PointAsked> points = new ArrayList<>();
        for (String text : fields.text("points").split("[;；,，、\\s]+")) {
            Double value = texts.number(text, at + "/points");
            if (value != null) {
                points.add(new PointAsked(value, needed(unit, at + "/range")));
            }
        }
        return points.isEmpty() ? null : points;
    }

    private @Nullable List<ConditionAsked> conditions() {
        List<ConditionAsked> conditions = new ArrayList<>();
        for (int i = 0; i < fields.conditions(); i++) {
            String name = fields.text(i, "name").strip();
            String pointer = at + "/conditions/" + i + "/range";
            RangeAsked range = range(fields.text(i, "min"), fields.text(i, "max"), fields.text(i, "unit"), pointer);
            if (range != null) {
                conditions.add(new ConditionAsked(name, range));
            } else if (!name.isEmpty()) {
                texts.fault(pointer, "range-empty");
            }
        }
        return conditions.isEmpty() ? null : conditions;
    }

    private @Nullable ValueAsked maxUncertainty(String rangeUnit) {
        if (fields.text("u").isBlank()) {
            return null;
        }
        double value = texts.numberNeeded(fields.text("u"), at + "/maxUncertainty/value");
        String unit = unitOr(fields.text("uUnit"), rangeUnit, at + "/maxUncertainty");
        return new ValueAsked(value, unit, fields.text("uRelative").equals("true") ? Boolean.TRUE : null);
    }

    private @Nullable ToleranceAsked tolerance(String rangeUnit) {
        if (fields.text("tolerance").isBlank()) {
            return null;
        }
        double value = texts.numberNeeded(fields.text("tolerance"), at + "/tolerance/value");
        String unit = unitOr(fields.text("toleranceUnit"), rangeUnit, at + "/tolerance");
        return new ToleranceAsked(value, unit, texts.number(fields.text("ratio"), at + "/tolerance/ratio"));
    }

    private String unitOr(String unit, String rangeUnit, String pointer) {
        return needed(unit.isBlank() ? rangeUnit : unit, pointer);
    }

    private String needed(String unit, String pointer) {
        if (unit.isBlank()) {
            texts.fault(pointer + "/unit", "unit-missing");
            return "1";
        }
        return unit.strip();
    }
}
