package org.qibroker.catalog.imports.columns;

import java.util.Optional;

/** The columns of a scope file, each with its names in English and Chinese. */
public enum Column {
    FAMILY("family", "类别"),
    SERVICE_KIND("serviceKind", "服务类型"),
    SUBJECT("subject", "检测对象"),
    SUBJECT_EN("subjectEn", "英文名称"),
    PARAMETER("parameter", "项目/参数"),
    QUANTITY("quantity", "量"),
    METHODS("methods", "标准(方法)名称及编号"),
    RANGE("range", "测量范围"),
    CONDITIONS("conditions", "条件"),
    UNCERTAINTY("uncertainty", "扩展不确定度(k=2)"),
    COVERAGE_FACTOR("coverageFactor", "包含因子"),
    LIMITATION("limitation", "限制范围"),
    MARKS("marks", "资质标志"),
    SITE("site", "场所"),
    ON_SITE("onSite", "现场服务"),
    PRICE("price", "价格"),
    TURNAROUND_DAYS("turnaroundDays", "周期(工作日)"),
    SCENARIOS("scenarios", "应用场景"),
    VALID_FROM("validFrom", "生效日期"),
    VALID_TO("validTo", "失效日期");

    private final String key;
    private final String chinese;

    Column(String key, String chinese) {
        this.key = key;
        this.chinese = chinese;
    }

    /** The name in the contract. */
    public String key() {
        return key;
    }

    /** The name in Chinese. */
    public String chinese() {
        return chinese;
    }

    public boolean required() {
        return this == FAMILY || this == SUBJECT || this == PARAMETER;
    }

    /** Whether a file may have several columns of it, whose values are put together. */
    public boolean several() {
        return this == METHODS || this == CONDITIONS || this == LIMITATION || this == MARKS || this == SCENARIOS;
    }

    /** The column of a name in the contract. */
    public static Optional<Column> ofKey(String key) {
        for (Column column : values()) {
            if (column.key.equals(key)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
