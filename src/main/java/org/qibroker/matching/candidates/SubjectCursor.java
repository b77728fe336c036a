package org.qibroker.matching.candidates;

import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.index.Lines;
import org.qibroker.catalog.index.SubjectLines;

/** Goes through the lines of a subject, site by site in the order of their numbers. For one thread. */
final class SubjectCursor {
    /** After the last site. */
    static final int END = Integer.MAX_VALUE;

    private final LineJudge judge;
    private final SubjectLines subject;
    private final int day;
    private int part = -1;
    private int row;
    private int place;
    private @Nullable JudgedLines judged;

    /** Before the first site with lines that hold on a day, counted from 1970. */
    SubjectCursor(LineJudge judge, SubjectLines subject, int day) {
        this.judge = judge;
        this.subject = subject;
        this.day = day;
        nextPart();
    }

    /** The number of the site it is at. */
    int place() {
        return place;
    }

    private void nextPart() {
        part++;
        row = 0;
        judged = part < subject.parts() ? new JudgedLines(judge, subject.part(part), day) : null;
        place = judged == null ? END : judged.lines().place(0);
    }

    /** Adds the lines past the gates of the site it is at, and goes on to the next one. */
    void take(Rows into) {
        int site = place;
        while (judged != null && place == site) {
            Lines lines = judged.lines();
            while (row < lines.size() && lines.place(row) == site) {
                judged.read(row, into);
                row++;
            }
            if (row < lines.size()) {
                place = lines.place(row);
            } else {
                nextPart();
            }
        }
    }
}
