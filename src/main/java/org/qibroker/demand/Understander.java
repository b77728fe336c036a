package org.qibroker.demand;

import java.util.List;

/** Makes demand items of what somebody wrote in a sentence. */
@FunctionalInterface
public interface Understander {
    /** What the text asks for; never fails, what it cannot read it gives back. */
    Understood understand(String text);

    /** The same with what was relaxed since, in the words of whoever offered to relax it. */
    default Understood understand(String text, List<String> relaxed) {
        return understand(text);
    }

    /**
     * What was understood.
     *
     * @param items the items read, none if nothing was understood
     * @param wishes what was said of all of them
     * @param notUnderstood stretches left over, as written
     * @param corrections words that were read as others than they are written
     */
    record Understood(List<ItemSpec> items, Wishes wishes, List<Left> notUnderstood, List<Correction> corrections) {
        /** Copies the lists. */
        public Understood {
            items = List.copyOf(items);
            notUnderstood = List.copyOf(notUnderstood);
            corrections = List.copyOf(corrections);
        }
    }

    /**
     * A stretch that was not understood.
     *
     * @param text as it was written
     * @param start its first place, in UTF-16 units
     * @param end the place behind it
     */
    record Left(String text, int start, int end) {}

    /**
     * A word that was read as another than it is written.
     *
     * @param written as it was written
     * @param understood what it was read as
     * @param start its first place, in UTF-16 units
     * @param end the place behind it
     */
    record Correction(String written, String understood, int start, int end) {}
}
