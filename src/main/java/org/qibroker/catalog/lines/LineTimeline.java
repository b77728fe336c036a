package org.qibroker.catalog.lines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.ScopeLine;

/**
 * What is believed of one line over its days, and what has to be stated for it to become another.
 *
 * @param statements of one line, by first day
 */
record LineTimeline(List<RecordedLine> statements) {
    LineTimeline {
        statements = statements.stream()
                .sorted(Comparator.comparing(statement -> statement.validity().from()))
                .toList();
    }

    /**
     * What changes.
     *
     * @param id the line
     * @param from what is believed of this day and later ones is believed no more
     * @param stated what is believed instead
     */
    record Edit(UUID id, LocalDate from, List<LineBatch.StatedLine> stated) {}

    /** The first day that the line holds, as it is believed. */
    LocalDate begins() {
        return statements.get(0).validity().from();
    }

    /** The last day, absent where no end is known. */
    @Nullable
    LocalDate ends() {
        return statements.get(statements.size() - 1).validity().to();
    }

    /**
     * The line says something else from a day on; before its own first day there is nothing to change.
     *
     * @param last its new last day, absent for no end
     */
    Edit change(ScopeLine after, LocalDate day, @Nullable LocalDate last) {
        LocalDate from = day.isBefore(begins()) ? begins() : day;
        List<LineBatch.StatedLine> stated = head(from);
        stated.add(new LineBatch.StatedLine(id(), after, new Capability.Validity(from, last)));
        return new Edit(id(), from, stated);
    }

    /** The line holds no more after a day; if that is before its first, it never did. */
    Edit end(LocalDate last) {
        LocalDate from = last.plusDays(1);
        return new Edit(id(), from, head(from));
    }

    /** What the line says on a day, or if it begins later, at first; empty if it ended before. */
    Optional<RecordedLine> on(LocalDate day) {
        return statements.stream()
                .filter(statement -> !endsBefore(statement, day))
                .findFirst();
    }

    private UUID id() {
        return statements.get(0).id();
    }

    /** Of the statements that reach a day, what lies before it. */
    private List<LineBatch.StatedLine> head(LocalDate day) {
        List<LineBatch.StatedLine> head = new ArrayList<>();
        for (RecordedLine statement : statements) {
            if (statement.validity().from().isBefore(day) && !endsBefore(statement, day)) {
                Capability.Validity before =
                        new Capability.Validity(statement.validity().from(), day.minusDays(1));
                head.add(new LineBatch.StatedLine(id(), statement.line(), before));
            }
        }
        return head;
    }

    private static boolean endsBefore(RecordedLine statement, LocalDate day) {
        LocalDate to = statement.validity().to();
        return to != null && to.isBefore(day);
    }
}
