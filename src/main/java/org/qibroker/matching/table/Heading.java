package org.qibroker.matching.table;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.ClipboardTable;

/**
 * What a column holds.
 *
 * @param title the heading as written, empty where there is none
 * @param unit that its numbers are in where they name none
 */
record Heading(Kind kind, String title, @Nullable String unit) {
    /** Kinds of columns, in the order in which a heading is tried against them. */
    enum Kind {
        /** Numbers of rows and things, makers, departments: nothing that is asked. */
        IGNORED("序号|编号|出厂|管理号|资产|部门|制造|厂家|厂商|生产单位|^no\\.?$|serial|^s/?n$|^id$|asset|manufacturer|maker|department"),
        /** How many. */
        PIECES("数量|件数|台数|台件|台套|qty|quantity|pieces|^pcs|count|number of"),
        /** The range. */
        RANGE("范围|量程|range|capacity"),
        /** An uncertainty, or a limit of error where the cell says so. */
        UNCERTAINTY("不确定度|uncertainty|^u(?:95|rel)?\\b"),
        /** A limit of error. */
        TOLERANCE("mpe|允许误差|允差|公差|准确度|精度|tolerance|accuracy|max(?:imum)?\\.? (?:permissible )?error"),
        /** Standards. */
        METHOD("依据|方法|规程|规范|标准|method|standard|procedure|specification no"),
        /** Marks of the report. */
        MARK("资质|标志|认可|cnas|mark|accreditation"),
        /** Whether the provider has to come. */
        ON_SITE("现场|上门|on[- ]?site"),
        /** What is measured. */
        PARAMETER("参数|项目|被测量|parameter|measurand|characteristic"),
        /** What is served. */
        SUBJECT(
                "名称|品名|对象|器具|仪器|设备|样品|产品|instrument|equipment|device|gauge|sample|product|subject|name|item|description"),
        /** Model or size: a range where it is written as one. */
        MODEL("型号|规格|model|type|size|spec"),
        /** Kind of the service. */
        SERVICE("服务|类别|类型|校准|检定|检测|service"),
        /** Anything else, left to the reader. */
        OTHER("备注|说明|要求|remark|note|comment");

        private final Pattern words;

        Kind(String words) {
            this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
        }
    }

    static Heading of(Kind kind) {
        return new Heading(kind, "", null);
    }

    /** What a cell says if it is a heading; empty if it is none. */
    static Optional<Heading> read(String cell) {
        if (cell.isEmpty() || cell.length() > 40) {
            return Optional.empty();
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.words.matcher(cell).find())
                .findFirst()
                .map(kind -> new Heading(kind, cell, ClipboardTable.unit(cell).orElse(null)));
    }
}
