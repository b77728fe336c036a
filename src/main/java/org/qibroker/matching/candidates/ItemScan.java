package org.qibroker.matching.candidates;

import java.util.ArrayList;
import java.util.List;
import org.qibroker.catalog.index.Lines;
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
    private final LineJudge lines;
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
        this.lines = new LineJudge(item, context, state, gates);
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
        return lines;
    }

    /** What each site does that has a line past the gates. */
    public List<Evaluation> sites() {
        List<SubjectCursor> cursors = new ArrayList<>(subjects.size());
        subjects.forEach(subject -> cursors.add(new SubjectCursor(lines, subject, day)));
        List<Evaluation> evaluations = new ArrayList<>();
        SiteRule rule = new SiteRule(this);
        Rows site = new Rows();
        for (int place = next(cursors); place != SubjectCursor.END; place = next(cursors)) {
            take(cursors, place, site);
            if (site.size() > 0) {
                evaluations.add(rule.best(site, state.at(place)));
            }
            patience.check();
        }
        return evaluations;
    }

    private static int next(List<SubjectCursor> cursors) {
        int next = SubjectCursor.END;
        for (int i = 0; i < cursors.size(); i++) {
            next = Math.min(next, cursors.get(i).place());
        }
        return next;
    }

    /** The lines of a site past the gates. */
    private static void take(List<SubjectCursor> cursors, int place, Rows site) {
        site.clear();
        for (int i = 0; i < cursors.size(); i++) {
            if (cursors.get(i).place() == place) {
                cursors.get(i).take(site);
            }
        }
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
