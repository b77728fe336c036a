package org.qibroker.booking.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.qibroker.booking.Actor;

class StateTableTest {
    @Test
    void itIsTheTableOfTheDomain() {
        Set<String> rows = new TreeSet<>();
        for (Arc arc : StateTable.arcs()) {
            for (Actor actor : arc.by()) {
                String what = arc.key().substring(arc.key().lastIndexOf('.') + 1);
                rows.add("%s %s %s %s".formatted(arc.from() == null ? "-" : arc.from(), what, actor, arc.to()));
            }
        }
        Set<String> declared = new TreeSet<>(BookingModel.STEPS.lines().toList());
        declared.addAll(BookingModel.CLOCK.lines().toList());
        declared.add("- request ENTERPRISE REQUESTED");
        declared.add("- award ENTERPRISE ACCEPTED");
        assertThat(rows).isEqualTo(declared);
    }
}
