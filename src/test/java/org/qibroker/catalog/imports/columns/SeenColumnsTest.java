package org.qibroker.catalog.imports.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qibroker.catalog.imports.ImportOptions;
import org.qibroker.catalog.imports.columns.SeenColumn.State;
import org.qibroker.catalog.imports.columns.SeenColumns.Doubt;

class SeenColumnsTest {
    @TempDir
    private Path folder;

    private SeenColumns seen(String text, ColumnMapping mapping) throws IOException {
        return SeenColumns.of(
                Files.writeString(folder.resolve("scope.csv"), text), ImportOptions.usual("scope.csv"), mapping);
    }

    @Test
    void aFileWhoseHeadingsAreKnownIsNotDoubtful() throws IOException {
        SeenColumns seen = seen("检测对象,项目/参数,测量范围,经办人\n卡尺,示值误差,0~300 mm,王\n", ColumnMapping.NONE);
        assertThat(seen.doubt()).isEqualTo(Doubt.NONE);
        assertThat(seen.withoutFamily()).isTrue();
        assertThat(seen.columns())
                .extracting(SeenColumn::column, SeenColumn::state)
                .contains(tuple("range", State.KNOWN), tuple(null, State.UNKNOWN));
    }

    @Test
    void twoColumnsThatClaimOneFieldAreDoubtfulUntilOneIsPassedOver() throws IOException {
        String file = "检测对象,项目/参数,测量范围,量程\n卡尺,示值误差,0~300 mm,300 mm\n";
        SeenColumns seen = seen(file, ColumnMapping.NONE);
        assertThat(seen.doubt()).isEqualTo(Doubt.HEADINGS);
        assertThat(seen.columns())
                .extracting(SeenColumn::heading, SeenColumn::column, SeenColumn::state)
                .contains(tuple("测量范围", "range", State.KNOWN), tuple("量程", null, State.TWICE));
        ColumnMapping said = new ColumnMapping(Map.of("量程", Optional.empty()));
        assertThat(seen(file, said).doubt()).isEqualTo(Doubt.NONE);
    }

    @Test
    void severalColumnsOfMethodsAreNoDoubt() throws IOException {
        assertThat(seen("检测对象,项目/参数,标准,方法\n卡尺,示值误差,JJG 30,x\n", ColumnMapping.NONE)
                        .doubt())
                .isEqualTo(Doubt.NONE);
    }

    @Test
    void aFileWithoutAHeaderIsDoubtful() throws IOException {
        SeenColumns seen = seen("卡尺,示值误差,0~300 mm\n量块,长度,0~100 mm\n", ColumnMapping.NONE);
        assertThat(seen.headed()).isFalse();
        assertThat(seen.doubt()).isEqualTo(Doubt.HEADINGS);
    }

    @Test
    void aFileThatLacksWhatEveryLineNeedsIsDoubtful() throws IOException {
        assertThat(seen("检测对象,测量范围\n卡尺,0~300 mm\n", ColumnMapping.NONE).doubt()).isEqualTo(Doubt.HEADINGS);
    }
}
