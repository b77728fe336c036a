package org.qibroker.catalog.imports.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnNamesTest {
    @Test
    void everyHeadingOfTheContractIsKnownInBothLanguages() {
        String english = "family,serviceKind,subject,subjectEn,parameter,quantity,methods,range,conditions,uncertainty,"
                + "coverageFactor,limitation,marks,site,onSite,price,turnaroundDays,scenarios,validFrom,validTo";
        String chinese = "类别,服务类型,检测对象|测量仪器名称,英文名称,项目/参数|被测量,量,标准(方法)名称及编号|校准规范名称及代号,测量范围,"
                + "条件,扩展不确定度(k=2),包含因子,限制范围|说明,资质标志,场所,现场服务,价格,周期(工作日),应用场景,生效日期,失效日期";
        List<String> keys = List.of(english.split(","));
        String[] names = chinese.split(",");
        for (int i = 0; i < names.length; i++) {
            for (String name : (names[i] + "|" + names[i].replace("(", "（").replace(")", "）")).split("\\|")) {
                assertThat(ColumnNames.of(name).column())
                        .extracting(Column::key)
                        .isEqualTo(keys.get(i));
            }
            assertThat(ColumnNames.of(names[i]).column())
                    .extracting(Column::key)
                    .isEqualTo(keys.get(i));
            assertThat(ColumnNames.of(keys.get(i)).column())
                    .extracting(Column::key)
                    .isEqualTo(keys.get(i));
        }
    }
}
