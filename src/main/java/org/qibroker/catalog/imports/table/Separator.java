package org.qibroker.catalog.imports.table;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what stands between the cells of delimited text: the one that makes the most of the first lines alike. */
final class Separator {
    private static final int SAMPLE = 1 << 16;
    private static final int LINES = 30;
    private static final String CANDIDATES = ",;\t";
    private static final Pattern SAID = Pattern.compile("^sep=([,;\t])\\s*\\R");

    private Separator() {}

    static char of(TextEncoding encoding, Path file) throws IOException {
        char[] sample = new char[SAMPLE];
        int length = 0;
        try (Reader text = encoding.reader(file)) {
            for (int n = 0; n >= 0 && length < SAMPLE; n = text.read(sample, length, SAMPLE - length)) {
                length += n;
            }
        }
        return of(new String(sample, 0, length));
    }

    static char of(String sample) {
        Matcher said = SAID.matcher(sample);
        if (said.find()) {
            return said.group(1).charAt(0);
        }
        char best = ',';
        for (int i = 0; i < CANDIDATES.length(); i++) {
            char candidate = CANDIDATES.charAt(i);
            if (score(sample, candidate) > score(sample, best)) {
                best = candidate;
            }
        }
        return best;
    }

    /** The number of lines that agree on how many there are, times that number. */
    private static long score(String sample, char candidate) {
        Map<Integer, Integer> lines = new HashMap<>();
        int count = 0;
        int seen = 0;
        boolean quoted = false;
        for (int i = 0; i < sample.length() && seen < LINES; i++) {
            char c = sample.charAt(i);
            quoted ^= c == '"';
            if (!quoted && c == candidate) {
                count++;
            } else if (!quoted && c == '\n') {
                lines.merge(count, 1, Integer::sum);
                count = 0;
                seen++;
            }
        }
        lines.merge(count, 1, Integer::sum);
        return lines.entrySet().stream()
                .mapToLong(same -> (long) same.getKey() * same.getValue())
                .max()
                .orElse(0);
    }
}
