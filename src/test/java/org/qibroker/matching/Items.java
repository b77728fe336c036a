package org.qibroker.matching;

import java.util.List;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.asked.ConditionAsked;
import org.qibroker.demand.asked.PointAsked;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ToleranceAsked;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;

/** An item asked for a digital caliper; each method asks one thing more. */
public final class Items {
    private String subject = "数显卡尺";
    private String parameter;
    private ServiceKind kind;
    private String quantity;
    private RangeAsked range;
    private List<PointAsked> points;
    private List<ConditionAsked> conditions;
    private ValueAsked limit;
    private ToleranceAsked tolerance;
    private Double k;
    private List<String> methods;
    private List<String> marks;
    private Boolean onSite;
    private Integer pieces;

    public static Items caliper() {
        return new Items();
    }

    public Items subject(String text) {
        subject = text;
        return this;
    }

    public Items parameter(String text) {
        parameter = text;
        return this;
    }

    public Items kind(ServiceKind service) {
        kind = service;
        return this;
    }

    public Items quantity(String key) {
        quantity = key;
        return this;
    }

    public Items range(Double min, Double max, String unit) {
        range = new RangeAsked(min, max, unit);
        return this;
    }

    public Items points(PointAsked... asked) {
        points = List.of(asked);
        return this;
    }

    public Items condition(String name, double min, double max, String unit) {
        conditions = List.of(new ConditionAsked(name, new RangeAsked(min, max, unit)));
        return this;
    }

    public Items limit(double value, String unit) {
        limit = new ValueAsked(value, unit, null);
        return this;
    }

    public Items limit(ValueAsked asked) {
        limit = asked;
        return this;
    }

    public Items tolerance(double value, String unit) {
        tolerance = new ToleranceAsked(value, unit, null);
        return this;
    }

    public Items k(double factor) {
        k = factor;
        return this;
    }

    public Items methods(String... asked) {
        methods = List.of(asked);
        return this;
    }

    public Items marks(String... asked) {
        marks = List.of(asked);
        return this;
    }

    public Items onSite() {
        onSite = true;
        return this;
    }

    public Items pieces(int count) {
        pieces = count;
        return this;
    }

    public ItemSpec spec() {
        return new ItemSpec(
                Family.METROLOGY,
                kind,
                subject,
                parameter,
                quantity,
                range,
                points,
                conditions,
                limit,
                tolerance,
                k,
                methods,
                marks,
                pieces,
                onSite);
    }
}
