package org.qibroker.booking.states;

import java.util.Arrays;
import java.util.stream.Stream;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.machine.Arc;

/** A point of the picture, and the box of a state around it. Pure. */
record Place(int x, int y) {
    /** Half the width of a box. */
    static final int HALF_WIDTH = 66;

    /** Half the height of a box. */
    static final int HALF_HEIGHT = 22;

    private static final int BEND = 92;
    private static final int GAP = 3;
    private static final int DOT = 7;

    static Stream<Place> all() {
        return Arrays.stream(BookingState.values()).map(Place::of);
    }

    /** The usual way runs from left to right; where it ends early stands above and below. */
    static Place of(BookingState state) {
        return switch (state) {
            case REQUESTED -> at(0, 1);
            case DECLINED -> at(0, 0);
            case EXPIRED -> at(0, 2);
            case ACCEPTED -> at(1, 1);
            case IN_PROGRESS -> at(2, 1);
            case ON_HOLD -> at(2, 0);
            case CANCELLED -> at(2, 2);
            case DRAFTED -> at(3, 1);
            case REPORTED -> at(4, 1);
            case DISPUTED -> at(4, 2);
            case COMPLETED -> at(5, 1);
        };
    }

    private static Place at(int column, int row) {
        return new Place(110 + column * 190, 40 + row * 120);
    }

    /** Where a way begins: at its state, or, where a booking begins, at a dot beside the first. */
    static Place from(Arc arc) {
        BookingState state = arc.from();
        Place first = of(arc.to());
        if (state != null) {
            return of(state);
        }
        return arc.to() == BookingState.REQUESTED ? new Place(14, first.y()) : new Place(first.x(), first.y() - 100);
    }

    private boolean dot() {
        return all().noneMatch(this::equals)
                && (x == 14 || y == of(BookingState.ACCEPTED).y() - 100);
    }

    /** Whether a straight line between two others would run through the box. */
    boolean stopsLine(Place from, Place to) {
        for (int part = 1; part < 40; part++) {
            double px = from.x + (to.x - from.x) * part / 40.0;
            double py = from.y + (to.y - from.y) * part / 40.0;
            if (Math.abs(px - x) < HALF_WIDTH && Math.abs(py - y) < HALF_HEIGHT) {
                return true;
            }
        }
        return false;
    }

    /** A point aside of the line to another, above it or left of it. */
    Place bend(Place to) {
        boolean upright = x == to.x;
        return new Place((x + to.x) / 2 - (upright ? 2 * BEND : 0), (y + to.y) / 2 - (upright ? 0 : BEND));
    }

    /** Moved aside of the way from one point to another, to its right. */
    Place beside(Place from, Place to, int distance) {
        double length = Math.hypot(to.x - from.x, to.y - from.y);
        double right = (to.y - from.y) / length * distance;
        double down = (to.x - from.x) / length * distance;
        return new Place(x - (int) Math.round(right), y + (int) Math.round(down));
    }

    /** Where the line to another point leaves the box, as text. */
    String border(Place towards) {
        double dx = towards.x - x;
        double dy = towards.y - y;
        double length = Math.hypot(dx, dy);
        double out = dot()
                ? DOT
                : Math.min(
                        dx == 0 ? Double.MAX_VALUE : HALF_WIDTH * length / Math.abs(dx),
                        dy == 0 ? Double.MAX_VALUE : HALF_HEIGHT * length / Math.abs(dy));
        double share = (out + GAP) / length;
        return new Place((int) Math.round(x + dx * share), (int) Math.round(y + dy * share)).text();
    }

    String text() {
        return x + " " + y;
    }
}
