package org.qibroker.demand.paste;

/** Makes demand items of a table that somebody copied from a spreadsheet. */
@FunctionalInterface
public interface TableUnderstander {
    /** The longest text that is read. */
    int LONGEST = 100_000;

    /** What the table asks for; never fails, what it cannot read it gives back with its row. Not for an event loop. */
    PastedTable understand(String text);
}
