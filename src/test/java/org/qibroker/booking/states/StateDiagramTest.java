package org.qibroker.booking.states;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.machine.StateTable;
import org.qibroker.platform.http.Messages;

class StateDiagramTest {
    private static final Path PICTURE = Path.of("docs/booking-states.svg");
    private static final String STYLE =
            """
            <style>
            .states-box { fill: #ffffff; stroke: #0f6f6a; stroke-width: 1.5; }
            .states-end { stroke: #6b7280; fill: #f3f4f6; }
            .states-text { font: 14px sans-serif; fill: #1f2937; }
            .states-arrow { fill: none; stroke: #6b7280; stroke-width: 1.5; }
            .states-tip, .states-dot { fill: #6b7280; }
            </style>
            """;

    private static Function<String, String> english() {
        Messages messages = Messages.load();
        return key -> messages.text(Messages.EN, key);
    }

    @Test
    void thePictureOfTheReadmeIsDrawnFromTheTable() throws IOException {
        String drawn = drawn(english());
        if (Boolean.getBoolean("draw")) {
            Files.writeString(PICTURE, drawn);
        }
        assertThat(PICTURE)
                .as(
                        "draw it anew: mvn -Dfast test-compile surefire:test -Dtest=StateDiagramTest -Dtest.jvm=-Ddraw=true")
                .hasContent(drawn);
        assertThat(Files.readString(Path.of("README.md"))).contains(PICTURE.toString());
    }

    private static String drawn(Function<String, String> texts) {
        StringOutput out = new StringOutput();
        Map<String, Object> params = Map.of(
                "diagram", StateDiagram.of(texts),
                "title", texts.apply("booking.states.title"),
                "desc", texts.apply("booking.states.desc"));
        TemplateEngine.createPrecompiled(
                        null, ContentType.Html, StateDiagramTest.class.getClassLoader(), "org.qibroker.templates")
                .render("booking/states-picture.jte", params, out);
        String picture = out.toString().strip().replaceAll("\\n\\s*\\n", "\n");
        return picture.replaceFirst("(?s)(<svg[^>]*>)", "$1\n" + STYLE) + "\n";
    }

    @Test
    void everyStateAndEveryWayBetweenTwoIsInThePicture() {
        StateDiagram diagram = StateDiagram.of(english());
        assertThat(diagram.nodes()).extracting(StateDiagram.Node::state).containsExactly(BookingState.values());
        long ways = StateTable.arcs().stream()
                .filter(arc -> arc.from() != arc.to())
                .map(arc -> arc.from() + " " + arc.to())
                .distinct()
                .count();
        assertThat(diagram.arrows()).hasSize((int) ways);
    }

    @Test
    void noTwoBoxesTouch() {
        List<Place> places = Place.all().toList();
        for (Place one : places) {
            assertThat(places)
                    .filteredOn(other -> Math.abs(one.x() - other.x()) < 2 * Place.HALF_WIDTH
                            && Math.abs(one.y() - other.y()) < 2 * Place.HALF_HEIGHT)
                    .containsExactly(one);
        }
    }
}
