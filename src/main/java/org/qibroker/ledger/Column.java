package org.qibroker.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A column of a ledger's file. */
enum Column {
    OWN_NUMBER("管理编号", "/ownNumber", draft -> draft.ownNumber()),
    SUBJECT("器具名称", "/subject", draft -> draft.subject()),
    MODEL("型号规格", "/model", draft -> draft.model()),
    SERIAL("出厂编号", "/serial", draft -> draft.serial()),
    RANGE_MIN(
            "测量下限",
            "/range/min",
            draft -> draft.range() == null ? null : draft.range().min()),
    RANGE_MAX(
            "测量上限",
            "/range/max",
            draft -> draft.range() == null ? null : draft.range().max()),
    RANGE_UNIT(
            "单位",
            "/range/unit",
            draft -> draft.range() == null ? null : draft.range().unit()),
    TOLERANCE(
            "最大允许误差",
            "/tolerance/value",
            draft -> draft.tolerance() == null ? null : draft.tolerance().value()),
    TOLERANCE_UNIT(
            "误差单位",
            "/tolerance/unit",
            draft -> draft.tolerance() == null ? null : draft.tolerance().unit()),
    ACCURACY("准确度等级", "/accuracy", draft -> draft.accuracy()),
    LOCATION("使用地点", "/location", draft -> draft.location()),
    KEEPER("保管人", "/keeper", draft -> draft.keeper()),
    INTERVAL("校准周期(月)", "/intervalMonths", draft -> draft.intervalMonths()),
    LAST_NUMBER(
            "证书编号",
            "/last/number",
            draft -> draft.last() == null ? null : draft.last().number()),
    LAST_ON(
            "校准日期",
            "/last/on",
            draft -> draft.last() == null ? null : draft.last().on()),
    LAST_PROVIDER(
            "校准机构",
            "/last/provider",
            draft -> draft.last() == null ? null : draft.last().provider()),
    NEXT_DUE("下次校准日期", "/nextDue", draft -> draft.nextDue()),
    STATE("状态", "/state", draft -> draft.state()),
    CRITICALITY("管理类别", "/criticality", draft -> draft.criticality());

    private final String heading;
    private final String pointer;

    @SuppressWarnings("ImmutableEnumChecker") // only reads what it is given
    private final Function<InstrumentDraft, @Nullable Object> value;

    Column(String heading, String pointer, Function<InstrumentDraft, @Nullable Object> value) {
        this.heading = heading;
        this.pointer = pointer;
        this.value = value;
    }

    /** What it is called in a file. */
    String heading() {
        return heading;
    }

    /** Whether a file must have it. */
    boolean required() {
        return this == OWN_NUMBER || this == SUBJECT || this == INTERVAL;
    }

    /** The cell of an instrument. */
    String cell(InstrumentDraft draft) {
        Object said = value.apply(draft);
        return said == null ? "" : String.valueOf(said);
    }

    /** The column of a heading, in Chinese or as the contract names the field. */
    static Optional<Column> of(String heading) {
        String said = plain(heading);
        return Arrays.stream(values())
                .filter(column -> plain(column.heading).equals(said)
                        || column.pointer.substring(1).replace("/", "").equalsIgnoreCase(said))
                .findFirst();
    }

    private static String plain(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s（）()*._/-]", "");
    }

    /** The column at which a fault is. */
    static Optional<Column> at(String pointer) {
        return Arrays.stream(values())
                .filter(column -> column.pointer.equals(pointer) || column.pointer.startsWith(pointer + "/"))
                .findFirst();
    }
}
