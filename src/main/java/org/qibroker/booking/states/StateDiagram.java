package org.qibroker.booking.states;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.machine.Arc;
import org.qibroker.booking.machine.StateTable;

/** The picture of the state machine: where each state stands, and an arrow for each way between two of them. Pure. */
public record StateDiagram(List<Node> nodes, List<Arrow> arrows) {
    /** Size of the picture. */
    public static final int WIDTH = 1130;

    /** Size of the picture. */
    public static final int HEIGHT = 320;

    /** Where a state stands: the middle of its box. */
    public record Node(BookingState state, String label, int x, int y) {}

    /**
     * A way from one box to another.
     *
     * @param path of the line (SVG)
     * @param taken what takes it, in the words of the texts
     */
    public record Arrow(String path, String taken) {}

    /**
     * The picture with the words of a language.
     *
     * @param text the text of a key
     */
    public static StateDiagram of(Function<String, String> text) {
        List<Node> nodes = Arrays.stream(BookingState.values())
                .map(state -> new Node(
                        state,
                        text.apply("booking.state." + state.name()),
                        Place.of(state).x(),
                        Place.of(state).y()))
                .toList();
        Map<Ends, Set<String>> ways = new LinkedHashMap<>();
        for (Arc arc : StateTable.arcs()) {
            if (arc.from() != arc.to()) {
                ways.computeIfAbsent(new Ends(Place.from(arc), Place.of(arc.to())), ends -> new LinkedHashSet<>())
                        .add(text.apply(arc.key()));
            }
        }
        List<Arrow> arrows = ways.entrySet().stream()
                .map(way -> new Arrow(path(way.getKey(), ways.keySet()), String.join(" / ", way.getValue())))
                .toList();
        return new StateDiagram(nodes, arrows);
    }

    private record Ends(Place from, Place to) {
        Ends back() {
            return new Ends(to, from);
        }
    }

    /** A straight line; to one side where there is a way back; bent where another state stands in between. */
    private static String path(Ends ends, Set<Ends> all) {
        Place from = ends.from();
        Place to = ends.to();
        if (Place.all().anyMatch(other -> !other.equals(from) && !other.equals(to) && other.stopsLine(from, to))) {
            Place bend = from.bend(to);
            return "M%s Q%s %s".formatted(from.border(bend), bend.text(), to.border(bend));
        }
        int aside = all.contains(ends.back()) ? 8 : 0;
        Place start = from.beside(from, to, aside);
        Place end = to.beside(from, to, aside);
        return "M%s L%s".formatted(start.border(end), end.border(start));
    }
}
