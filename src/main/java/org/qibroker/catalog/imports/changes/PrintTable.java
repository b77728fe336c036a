package org.qibroker.catalog.imports.changes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.shared.Sha256;

/**
 * Which lines of a file there were already, in 32 bytes a line: of each the first half of its SHA-256, and its id. Not
 * for several threads.
 */
final class PrintTable {
    private static final int WORDS = 4;

    private final MessageDigest digest = Sha256.begin();
    private long[] slots = new long[WORDS << 10];
    private int size;

    /** The id of the same line, if there was one; otherwise the line is there from now on, under the id given. */
    Optional<UUID> put(ScopeLine line, UUID id) {
        ByteBuffer print = ByteBuffer.wrap(digest.digest(canonical(line).getBytes(StandardCharsets.UTF_8)));
        long high = print.getLong();
        long low = print.getLong() | 1;
        int slot = find(slots, high, low);
        if (slots[slot + 1] != 0) {
            return Optional.of(new UUID(slots[slot + 2], slots[slot + 3]));
        }
        slots[slot] = high;
        slots[slot + 1] = low;
        slots[slot + 2] = id.getMostSignificantBits();
        slots[slot + 3] = id.getLeastSignificantBits();
        size++;
        if (size > slots.length / WORDS / 2) {
            grow();
        }
        return Optional.empty();
    }

    /** Where the print is or would be; the low half of a print is never 0. */
    private static int find(long[] slots, long high, long low) {
        int mask = slots.length / WORDS - 1;
        int place = (int) high & mask;
        while (slots[place * WORDS + 1] != 0 && (slots[place * WORDS] != high || slots[place * WORDS + 1] != low)) {
            place = (place + 1) & mask;
        }
        return place * WORDS;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (int i = 0; i < slots.length; i += WORDS) {
            if (slots[i + 1] != 0) {
                System.arraycopy(slots, i, larger, find(larger, slots[i], slots[i + 1]), WORDS);
            }
        }
        slots = larger;
    }

    /** All that a line states; sets in one order. */
    private static String canonical(ScopeLine line) {
        return String.join(
                "\0",
                line.siteId().toString(),
                line.service().family().name(),
                String.valueOf(line.service().kind()),
                line.service().subject(),
                String.valueOf(line.service().subjectEn()),
                line.service().parameter(),
                line.texts().toString(),
                new TreeSet<>(line.service().scenarios()).toString(),
                new TreeSet<>(line.marks()).toString(),
                line.terms().toString());
    }
}
