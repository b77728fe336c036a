package org.qibroker.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.ScopeView;
import org.qibroker.catalog.index.Lines;
import org.qibroker.catalog.index.SubjectLines;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.matching.MatchRequest;
import org.qibroker.measure.Constant;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityRange;

/** Requests as people would send them: drawn from the lines that there are, so common subjects come often. */
final class Requests {
    private final ScopeView view;
    private final List<SubjectLines> subjects;
    private final long size;
    private final Random random = new Random(42);

    Requests(ScopeView view) {
        this.view = view;
        this.subjects = view.state().subjects().toList();
        this.size = view.size();
    }

    /** So many requests of one item each. */
    List<MatchRequest> draw(int count) {
        List<MatchRequest> requests = new ArrayList<>();
        while (requests.size() < count) {
            Capability line = line();
            QuantityRange range = line.measured().range();
            if (range != null
                    && range.interval().isBounded()
                    && line.measured().quantity() != null
                    && line.measured().uncertainty() instanceof Constant u) {
                requests.add(MatchRequest.of(List.of(item(line, range, u))));
            }
        }
        return requests;
    }

    private Capability line() {
        long number = random.nextLong(size);
        for (SubjectLines subject : subjects) {
            for (int i = 0; i < subject.parts(); i++) {
                Lines part = subject.part(i);
                if (number < part.size()) {
                    return view.state().parts().line(part, (int) number);
                }
                number -= part.size();
            }
        }
        throw new IllegalStateException("fewer lines than counted");
    }

    private ItemSpec item(Capability line, QuantityRange range, Constant uncertainty) {
        Interval.End lower = range.interval().lower();
        Interval.End upper = range.interval().upper();
        boolean marked = random.nextBoolean();
        return new ItemSpec(
                line.service().family(),
                null,
                line.service().subject(),
                null,
                line.measured().quantity().key(),
                new RangeAsked(lower.value(), upper.value(), range.unit().symbol()),
                null,
                null,
                new ValueAsked(
                        range.unit().differenceFromBase(uncertainty.value()) * 1.2,
                        range.unit().symbol(),
                        null),
                null,
                null,
                null,
                marked ? List.of("CNAS") : null,
                null,
                null);
    }
}
