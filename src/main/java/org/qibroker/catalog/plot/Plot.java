package org.qibroker.catalog.plot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture of uncertainty over a range, {@value #WIDTH} wide and {@value #HEIGHT} high, and the figures behind it.
 *
 * @param curves one a line: its uncertainty over its range
 * @param joints where one line ends and another goes on, from left to right
 * @param asked the range asked; absent if none
 * @param points levels asked
 * @param limit the largest uncertainty asked; absent if none
 * @param across the horizontal axis
 * @param up the vertical axis
 * @param rows the figures, in the order of the curves
 */
public record Plot(
        List<Curve> curves,
        List<String> joints,
        @Nullable Band asked,
        List<String> points,
        @Nullable String limit,
        Scale across,
        Scale up,
        List<Row> rows) {
    /** Width of the picture. */
    public static final int WIDTH = 640;

    /** Height of the picture. */
    public static final int HEIGHT = 260;

    /** Left end of the horizontal axis. */
    public static final int LEFT = 92;

    /** Right end of the horizontal axis. */
    public static final int RIGHT = 620;

    /** Upper end of the vertical axis. */
    public static final int TOP = 30;

    /** Lower end of the vertical axis. */
    public static final int BOTTOM = 204;

    /**
     * A line.
     *
     * @param path as SVG writes it
     * @param even whether it is one of every other, to be told from its neighbours
     */
    public record Curve(String path, boolean even) {}

    /** A stretch of the horizontal axis. */
    public record Band(String left, String width) {}

    /**
     * An axis.
     *
     * @param log whether it is logarithmic
     */
    public record Scale(String unit, boolean log, List<Tick> ticks) {}

    /**
     * A value at an axis.
     *
     * @param minor whether it may be left out where there is little room
     */
    public record Tick(String at, String text, boolean minor) {}

    /**
     * The figures of a line, each with its unit.
     *
     * @param largest the largest uncertainty, and where it is
     */
    public record Row(String from, String to, String atFrom, String atTo, String largest, String largestAt) {}

    /** The lower end of all lines. */
    public String from() {
        return rows.get(0).from();
    }

    /** The upper end of the last line. */
    public String to() {
        return rows.get(rows.size() - 1).to();
    }
}
