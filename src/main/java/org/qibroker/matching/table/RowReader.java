package org.qibroker.matching.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.measure.Numbers;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;

/** Reads one row into an item, and keeps what it could not read. */
final class RowReader {
    private static final int LONGEST = 200;
    private static final Pattern YES =
            Pattern.compile("是|需要?|要|✓|√|现场|上门|y(es)?|true|on[- ]?site", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO = Pattern.compile("否|不需?要?|无|/|-|—|x|×|no?|false", Pattern.CASE_INSENSITIVE);

    private final CellReader cells;
    private final List<String> left = new ArrayList<>();
    private @Nullable String subject;
    private @Nullable String parameter;
    private @Nullable RangeAsked range;
    private String extent = "";
    private CellReader.Precision precision = new CellReader.Precision(null, null, null);
    private @Nullable List<String> methods;
    private @Nullable List<String> marks;
    private @Nullable Integer pieces;
    private @Nullable Boolean onSite;
    private @Nullable ServiceKind service;

    RowReader(CellReader cells) {
        this.cells = cells;
    }

    /** Finds the family of what a row says in words: its subject, and how far it is measured. */
    @FunctionalInterface
    interface Families {
        Family of(String words);
    }

    void read(List<Heading> columns, List<String> row) {
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            Heading heading = i < columns.size() ? columns.get(i) : Heading.of(Heading.Kind.OTHER);
            if (!cell.isEmpty() && !read(heading, cell)) {
                left.add(heading.title().isEmpty() ? cell : heading.title() + ": " + cell);
            }
        }
    }

    private boolean read(Heading heading, String cell) {
        String unit = heading.unit();
        return switch (heading.kind()) {
            case IGNORED -> true;
            case SUBJECT -> take(text(cell), text -> subject = text);
            case PARAMETER -> take(text(cell), text -> parameter = text);
            case RANGE -> take(cells.range(cell, unit), this::span);
            case MODEL -> range == null && take(cells.range(cell, unit), this::span);
            case UNCERTAINTY -> take(cells.precision(cell, unit, false), this::precise);
            case TOLERANCE -> take(cells.precision(cell, unit, true), this::precise);
            case METHOD -> take(cells.methods(cell), named -> methods = named);
            case MARK -> take(cells.marks(cell), named -> marks = named);
            case PIECES -> take(cells.pieces(cell), count -> pieces = count);
            case ON_SITE -> come(cell);
            case SERVICE -> take(ServiceWords.kind(cell), kind -> service = kind);
            case OTHER -> false;
        };
    }

    private static <T> boolean take(Optional<T> read, Consumer<T> taker) {
        read.ifPresent(taker);
        return read.isPresent();
    }

    private static Optional<String> text(String cell) {
        String line = cell.replaceAll("\\s+", " ");
        return line.length() > LONGEST ? Optional.empty() : Optional.of(line);
    }

    private void span(RangeAsked asked) {
        range = asked;
        extent = (asked.min() == null ? "≤" : Numbers.print(asked.min()) + "~")
                + (asked.max() == null ? "" : Numbers.print(asked.max()))
                + asked.unit();
    }

    /** An uncertainty asked outright counts before a limit of error that it would follow from. */
    private void precise(CellReader.Precision read) {
        if (precision.uncertainty() == null) {
            precision = read;
        }
    }

    private boolean come(String cell) {
        if (YES.matcher(cell).matches()) {
            onSite = true;
            return true;
        }
        return NO.matcher(cell).matches();
    }

    /** The item; empty if the row names no subject. */
    Optional<ItemSpec> item(Families families) {
        if (subject == null) {
            return Optional.empty();
        }
        return Optional.of(new ItemSpec(
                families.of(subject + " " + extent),
                service,
                subject,
                parameter,
                null,
                range,
                null,
                null,
                precision.uncertainty(),
                precision.tolerance(),
                precision.k(),
                methods,
                marks,
                pieces,
                onSite));
    }

    List<String> left() {
        return left;
    }
}
