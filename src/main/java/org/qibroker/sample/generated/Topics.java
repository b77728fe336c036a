package org.qibroker.sample.generated;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.qibroker.platform.config.ConfigFiles;

/**
 * Subjects, the common ones first: those of the thesaurus, and compounds of them. How often each occurs follows Zipf's
 * law as Mandelbrot amended it: the share of the n-th is proportional to 1/(n + 10).
 */
final class Topics {
    private static final int COUNT = 3_000;
    private static final double OFFSET = 10;
    private static final List<String> KINDS =
            List.of("", "数字式", "便携式", "智能", "高精度", "工业用", "实验室用", "防爆", "自动", "多功能", "微型", "在线");

    private final List<Topic> topics = new ArrayList<>();
    private final double[] upTo = new double[COUNT];

    Topics() {
        List<String> terms = terms();
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            String term = terms.get(i % terms.size());
            int kind = i / terms.size();
            String prefix =
                    kind < KINDS.size() ? KINDS.get(kind) : KINDS.get(1 + kind % (KINDS.size() - 1)) + kind + "型";
            topics.add(Topic.of(prefix + term, i));
            sum += 1 / (i + 1 + OFFSET);
            upTo[i] = sum;
        }
    }

    private static List<String> terms() {
        List<String> terms = new ArrayList<>();
        for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(ConfigFiles.open("thesaurus.csv"))) {
            if (row.getField("scope").equals("subject")) {
                terms.add(row.getField("zh"));
            }
        }
        return terms;
    }

    /** One of them, common ones more often. */
    Topic draw(SplittableRandom random) {
        double drawn = random.nextDouble() * upTo[COUNT - 1];
        int found = Arrays.binarySearch(upTo, drawn);
        return topics.get(Math.min(COUNT - 1, found < 0 ? -found - 1 : found));
    }
}
