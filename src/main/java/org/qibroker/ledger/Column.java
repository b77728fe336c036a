package org.qibroker.ledger;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.TextKey;

/** A column of a ledger's file. */
enum Column {
    OWN_NUMBER("管理编号", "/ownNumber", draft -> draft.ownNumber()),
    SUBJECT("器具名称", "/subject", draft -> draft.subject()),
    MODEL("型号规格", "/model", draft -> draft.model()),
    SERIAL("出厂编号", "/serial", draft -> draft.serial()),
    RANGE_MIN(
            "测量下限",
            "/range/min",
            draft -> draft.range() == null ? null : number(draft.range().min())),
    RANGE_MAX(
            "测量上限",
            "/range/max",
            draft -> draft.range() == null ? null : number(draft.range().max())),
    RANGE_UNIT(
            "单位",
            "/range/unit",
            draft -> draft.range() == null ? null : draft.range().unit()),
    TOLERANCE(
            "最大允许误差",
            "/tolerance/value",
            draft -> draft.tolerance() == null ? null : number(draft.tolerance().value())),
    TOLERANCE_UNIT(
            "误差单位",
            "/tolerance/unit",
            draft -> draft.tolerance() == null ? null : draft.tolerance().unit()),
    TOLERANCE_RATIO(
            "误差与不确定度之比",
            "/tolerance/ratio",
            draft -> draft.tolerance() == null ? null : number(draft.tolerance().ratio())),
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
    STATE("状态", "/state", draft -> StateWords.of(draft.state())),
    CRITICALITY("管理类别", "/criticality", draft -> draft.criticality().name());

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

    /** The cell of an instrument: a text, a number or a day; blank if nothing is said. */
    Object cell(InstrumentDraft draft) {
        Object said = value.apply(draft);
        return said == null ? "" : said;
    }

    private static @Nullable BigDecimal number(@Nullable Double said) {
        return said == null ? null : BigDecimal.valueOf(said).stripTrailingZeros();
    }

    /** The column of a heading, in Chinese or as the contract names the field. */
    static Optional<Column> of(String heading) {
        String said = TextKey.of(heading);
        return Arrays.stream(values())
                .filter(column -> TextKey.of(column.heading).equals(said)
                        || TextKey.of(column.pointer).equals(said))
                .findFirst();
    }

    /** The column at which a fault is. */
    static Optional<Column> at(String pointer) {
        return Arrays.stream(values())
                .filter(column -> column.pointer.equals(pointer) || column.pointer.startsWith(pointer + "/"))
                .findFirst();
    }
}
