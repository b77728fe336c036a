package org.qibroker.matching.candidates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.qibroker.catalog.index.Lines;
import org.qibroker.catalog.index.Located;
import org.qibroker.catalog.index.ScopeState;
import org.qibroker.catalog.index.SubjectLines;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.MatchRequest;
import org.qibroker.matching.criteria.AskedItem;
import org.qibroker.matching.criteria.Gates;

/** Goes through the lines of one item's subjects, site by site. For one thread. */
public final class ItemScan {
    private final AskedItem item;
    private final MatchRequest request;
    private final MatchContext context;
    private final ScopeState state;
    private final Patience patience;
    private final List<SubjectLines> subjects;
    private final LineJudge judge;
    private final int day;

    /** Looks for an item of a request among the lines of a state. */
    public ItemScan(AskedItem item, MatchRequest request, MatchContext context, ScopeState state, Patience patience) {
        Gates gates = new Gates(item, context.reference().thesaurus());
        this.item = item;
        this.request = request;
        this.context = context;
        this.state = state;
        this.patience = patience;
        this.subjects = state.subjects(item.spec().family(), gates.subjectKeys());
        this.judge = new LineJudge(item, context, state, gates);
        this.day = Math.toIntExact(context.day().toEpochDay());
    }

    AskedItem item() {
        return item;
    }

    MatchRequest request() {
        return request;
    }

    MatchContext context() {
        return context;
    }

    Patience patience() {
        return patience;
    }

    LineJudge judge() {
        return judge;
    }

    /** What each site does that has a line past the gates. */
    public List<Evaluation> sites() {
        LineList past = past();
        List<Evaluation> evaluations = new ArrayList<>();
        SiteRule rule = new SiteRule(this);
        for (int from = 0; from < past.size(); ) {
            int place = past.get(from).place();
            int to = from + 1;
            while (to < past.size() && past.get(to).place() == place) {
                to++;
            }
            evaluations.add(rule.best(past, from, to));
            patience.check();
            from = to;
        }
        return evaluations;
    }

    Located place(int number) {
        return state.at(number);
    }

    /** The lines past the gates, place by place. */
    private LineList past() {
        LineList past = new LineList();
        for (SubjectLines subject : subjects) {
            for (int i = 0; i < subject.parts(); i++) {
                new JudgedLines(judge, subject.part(i)).past(day, past);
                patience.check();
            }
        }
        if (subjects.size() > 1) {
            past.sort(Comparator.comparingInt(Line::place));
        }
        return past;
    }

    /** Whether any line that holds on the day is for the subject. */
    public boolean served() {
        return any(false);
    }

    /** Whether any of them names a method. */
    public boolean methodNamed() {
        return any(true);
    }

    private boolean any(boolean withMethod) {
        for (SubjectLines subject : subjects) {
            for (int i = 0; i < subject.parts(); i++) {
                Lines lines = subject.part(i);
                for (int row = 0; row < lines.size(); row++) {
                    if (lines.holds(row, day) && !(withMethod && namesNoMethod(lines.methods(row)))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean namesNoMethod(int methods) {
        return state.parts().methods().get(methods).isEmpty();
    }
}
