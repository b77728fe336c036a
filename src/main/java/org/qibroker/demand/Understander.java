package org.qibroker.demand;

import java.util.List;

/** Makes demand items of what somebody wrote in a sentence. */
@FunctionalInterface
public interface Understander {
    /** What the text asks for; never fails, what it cannot read it gives back. */
    Understood understand(String text);

    /**
     * What was understood.
     *
     * @param items the items read, none if nothing was understood
     * @param wishes what was said of all of them
     * @param notUnderstood words left over, as written
     */
    record Understood(List<ItemSpec> items, Wishes wishes, List<String> notUnderstood) {
        /** Copies both lists. */
        public Understood {
            items = List.copyOf(items);
            notUnderstood = List.copyOf(notUnderstood);
        }
    }
}
