package org.qibroker.catalog.index;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the lines of a provider are, and up to which change of its scope they are known.
 *
 * @param places all places where it ever had lines
 * @param subjects all subjects of which it ever had lines
 * @param mark number of the last change that was read
 */
@SuppressWarnings("ArrayRecordComponent")
record ProviderLines(int[] places, int[] subjects, long mark) {
    static final ProviderLines NONE = new ProviderLines(new int[0], new int[0], 0);

    ProviderLines with(List<CodedLine> added, long upTo) {
        int[] morePlaces = joined(places, added.stream().mapToInt(CodedLine::place));
        int[] moreSubjects = joined(subjects, added.stream().mapToInt(CodedLine::subject));
        return new ProviderLines(morePlaces, moreSubjects, Math.max(mark, upTo));
    }

    private static int[] joined(int[] known, IntStream more) {
        int[] fresh =
                more.distinct().filter(n -> Arrays.binarySearch(known, n) < 0).toArray();
        return fresh.length == 0
                ? known
                : IntStream.concat(Arrays.stream(known), Arrays.stream(fresh))
                        .sorted()
                        .toArray();
    }
}
