package org.qibroker.catalog.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.IntBinaryOperator;

/**
 * Where the lines of an id may be: subject and place. Of an id only a part is kept; who looks compares the whole.
 * Immutable; a change copies the buckets it touches.
 */
final class LineIds {
    private static final int BUCKETS = 1 << 12;
    private static final Bucket NOTHING = new Bucket(new int[0], new int[0], new int[0]);

    /** No lines. */
    static final LineIds EMPTY = new LineIds(empty());

    private final Bucket[] buckets;

    private LineIds(Bucket[] buckets) {
        this.buckets = buckets;
    }

    private static Bucket[] empty() {
        Bucket[] buckets = new Bucket[BUCKETS];
        Arrays.fill(buckets, NOTHING);
        return buckets;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Bucket(int[] ids, int[] subjects, int[] places) {
        Bucket without(int id, int subject, int place) {
            for (int i = 0; i < ids.length; i++) {
                if (ids[i] == id && subjects[i] == subject && places[i] == place) {
                    return without(i);
                }
            }
            return this;
        }

        private Bucket without(int i) {
            int last = ids.length - 1;
            Bucket next =
                    new Bucket(Arrays.copyOf(ids, last), Arrays.copyOf(subjects, last), Arrays.copyOf(places, last));
            if (i < last) {
                next.ids[i] = ids[last];
                next.subjects[i] = subjects[last];
                next.places[i] = places[last];
            }
            return next;
        }

        Bucket with(List<CodedLine> lines) {
            int size = ids.length;
            int all = size + lines.size();
            Bucket next = new Bucket(Arrays.copyOf(ids, all), Arrays.copyOf(subjects, all), Arrays.copyOf(places, all));
            for (int i = 0; i < lines.size(); i++) {
                next.ids[size + i] = kept(lines.get(i).id());
                next.subjects[size + i] = lines.get(i).subject();
                next.places[size + i] = lines.get(i).place();
            }
            return next;
        }
    }

    /** The ids of all lines, subject by subject. */
    static LineIds of(SubjectLines[] bySubject) {
        int[] sizes = new int[BUCKETS];
        each(bySubject, (lines, row) -> sizes[bucket(lines.low()[row])]++);
        Bucket[] buckets = new Bucket[BUCKETS];
        Arrays.setAll(buckets, i -> new Bucket(new int[sizes[i]], new int[sizes[i]], new int[sizes[i]]));
        for (int subject = 0; subject < bySubject.length; subject++) {
            int number = subject;
            each(new SubjectLines[] {bySubject[subject]}, (lines, row) -> {
                int bucket = bucket(lines.low()[row]);
                int at = --sizes[bucket];
                buckets[bucket].ids[at] = (int) lines.low()[row];
                buckets[bucket].subjects[at] = number;
                buckets[bucket].places[at] = lines.place(row);
            });
        }
        return new LineIds(buckets);
    }

    private static void each(SubjectLines[] subjects, SubjectLines.RowVisitor visitor) {
        for (SubjectLines subject : subjects) {
            for (int i = 0; i < subject.parts(); i++) {
                for (int row = 0; row < subject.part(i).size(); row++) {
                    visitor.visit(subject.part(i), row);
                }
            }
        }
    }

    private static int bucket(long id) {
        long mixed = id * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 52);
    }

    private static int kept(UUID id) {
        return (int) id.getLeastSignificantBits();
    }

    private static int bucket(CodedLine line) {
        return bucket(line.id().getLeastSignificantBits());
    }

    /** These without some and with others. */
    LineIds change(List<CodedLine> removed, List<CodedLine> added) {
        Bucket[] next = buckets.clone();
        for (CodedLine line : removed) {
            int number = bucket(line);
            next[number] = next[number].without(kept(line.id()), line.subject(), line.place());
        }
        List<CodedLine> sorted = new ArrayList<>(added);
        sorted.sort(Comparator.comparingInt(LineIds::bucket));
        for (int from = 0; from < sorted.size(); ) {
            int number = bucket(sorted.get(from));
            int to = from;
            while (to < sorted.size() && bucket(sorted.get(to)) == number) {
                to++;
            }
            next[number] = next[number].with(sorted.subList(from, to));
            from = to;
        }
        return new LineIds(next);
    }

    /** Calls with subject and place wherever a line of the id may be, until the answer is not negative. */
    int find(UUID id, IntBinaryOperator look) {
        long key = id.getLeastSignificantBits();
        Bucket bucket = buckets[bucket(key)];
        int found = -1;
        for (int i = 0; i < bucket.ids.length && found < 0; i++) {
            if (bucket.ids[i] == (int) key) {
                found = look.applyAsInt(bucket.subjects[i], bucket.places[i]);
            }
        }
        return found;
    }
}
