package org.qibroker.matching.relaxation;

import java.util.List;
import org.qibroker.demand.Understander;
import org.qibroker.demand.Wishes;
import org.qibroker.matching.MatchRequest;
import org.qibroker.shared.Money;

/** Reads sentences as another does, and takes over what was relaxed on the page of the match. */
public record RelaxedUnderstanding(Understander other) implements Understander {
    @Override
    public Understood understand(String text) {
        return other.understand(text);
    }

    @Override
    public Understood understand(String text, List<String> relaxed) {
        Understood read = understand(text);
        Wishes wishes = read.wishes();
        MatchRequest asked = new MatchRequest(
                wishes.district(), wishes.neededBy(), wishes.budget(), wishes.preset(), null, null, read.items());
        MatchRequest request = SentenceAsked.of(text, asked, relaxed).request();
        Money budget = request.budget();
        Wishes then = new Wishes(
                request.district(),
                request.neededBy(),
                budget == null ? null : budget.amount(),
                wishes.programmes(),
                wishes.scenarios(),
                wishes.preset());
        return new Understood(request.items(), then, read.notUnderstood(), read.corrections());
    }
}
