package org.qibroker.catalog.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ColumnWriterTest {
    @Property(tries = 300)
    void aColumnHasTheNumbersThatWereWrittenAndEachOnce(@ForAll long seed) {
        Random random = new Random(seed);
        ColumnWriter writer = new ColumnWriter();
        for (int distinct : new int[] {1, 2, 200, 256, 257, 1000}) {
            int[] rows = new int[1 + random.nextInt(LinesWriter.MOST)];
            Arrays.setAll(rows, i -> random.nextInt(distinct) * 7919 - 1);
            int from = random.nextInt(rows.length);
            Column column = writer.column(rows, from, rows.length);
            int[] read = new int[rows.length - from];
            Arrays.setAll(read, column::get);
            assertThat(read).isEqualTo(Arrays.copyOfRange(rows, from, rows.length));
            assertThat(column.count())
                    .isEqualTo((int) Arrays.stream(read).distinct().count());
        }
    }
}
