package org.qibroker.matching.bundle;

import java.util.ArrayList;
import java.util.List;

/** The points found so far that none other surpasses; of equals the one that leaves least open. */
final class Front {
    private final List<Point> points = new ArrayList<>();

    void add(Point point) {
        for (Point known : points) {
            boolean same = known.covers(point) && point.covers(known);
            if (known.covers(point) && (!same || known.open() <= point.open())) {
                return;
            }
        }
        points.removeIf(point::covers);
        points.add(point);
    }

    List<Point> points() {
        return List.copyOf(points);
    }
}
