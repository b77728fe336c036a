package org.qibroker.catalog.imports;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.qibroker.shared.TextKey;

/** The columns of a scope file, each with its English name, the Chinese one, and another Chinese one. */
enum Column {
    FAMILY("family", "类别"),
    SERVICE_KIND("serviceKind", "服务类型"),
    SUBJECT("subject", "检测对象", "测量仪器名称"),
    SUBJECT_EN("subjectEn", "英文名称"),
    PARAMETER("parameter", "项目/参数", "被测量"),
    QUANTITY("quantity", "量"),
    METHODS("methods", "标准(方法)名称及编号", "校准规范名称及代号"),
    RANGE("range", "测量范围"),
    CONDITIONS("conditions", "条件"),
    UNCERTAINTY("uncertainty", "扩展不确定度(k=2)", "扩展不确定度"),
    COVERAGE_FACTOR("coverageFactor", "包含因子"),
    LIMITATION("limitation", "限制范围", "说明"),
    MARKS("marks", "资质标志"),
    SITE("site", "场所"),
    ON_SITE("onSite", "现场服务"),
    PRICE("price", "价格"),
    TURNAROUND_DAYS("turnaroundDays", "周期(工作日)", "周期"),
    SCENARIOS("scenarios", "应用场景"),
    VALID_FROM("validFrom", "生效日期"),
    VALID_TO("validTo", "失效日期");

    private static final Map<String, Column> BY_NAME = new HashMap<>();

    static {
        for (Column column : values()) {
            BY_NAME.put(TextKey.of(column.key), column);
            BY_NAME.put(TextKey.of(column.chinese), column);
            BY_NAME.put(TextKey.of(column.otherwise), column);
        }
    }

    private final String key;
    private final String chinese;
    private final String otherwise;

    Column(String key, String chinese) {
        this(key, chinese, chinese);
    }

    Column(String key, String chinese, String otherwise) {
        this.key = key;
        this.chinese = chinese;
        this.otherwise = otherwise;
    }

    /** The name in the contract. */
    String key() {
        return key;
    }

    /** The name in Chinese. */
    String chinese() {
        return chinese;
    }

    boolean required() {
        return this == FAMILY || this == SUBJECT || this == PARAMETER;
    }

    /** The column of a heading in either language, or of several alternatives with a bar between them. */
    static Optional<Column> named(String heading) {
        return Arrays.stream(heading.split("[|｜]"))
                .map(name -> BY_NAME.get(TextKey.of(name)))
                .filter(column -> column != null)
                .findFirst();
    }
}
