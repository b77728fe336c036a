package org.qibroker.quote.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qibroker.quote.award.Offers.FIRST;
import static org.qibroker.quote.award.Offers.SECOND;
import static org.qibroker.quote.award.Offers.TODAY;
import static org.qibroker.quote.award.Offers.dossier;
import static org.qibroker.quote.award.Offers.item;
import static org.qibroker.quote.award.Offers.quote;
import static org.qibroker.quote.award.Offers.taken;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.quote.Dossier;
import org.qibroker.quote.Quote;
import org.qibroker.quote.QuoteDraft.Uncertainty;
import org.qibroker.quote.QuoteRequest;
import org.qibroker.quote.QuoteState;
import org.qibroker.quote.RequestState;
import org.qibroker.quote.award.AwardRules.Won;

class AwardRulesTest {
    private static final AwardRules RULES = new AwardRules(new Comparison(UnitRegistry.standard()));
    private static final Quote WINNER =
            quote(1, item(FIRST, 100, 3, new Uncertainty(10.0, "µm", 2.0)), item(SECOND, 100, 3, null));
    private static final Dossier WINS = dossier(1, RequestState.QUOTED, WINNER);

    private static Choice choice(Quote quote, UUID... items) {
        return new Choice(quote.id(), items.length == 0 ? null : List.of(items));
    }

    private static List<QuoteRequest> outcome(boolean rest, Choice choice, Dossier... dossiers) {
        List<Dossier> all = List.of(dossiers);
        List<Won> won = AwardRules.won(all, List.of(choice), TODAY);
        return RULES.outcome(all, won, rest);
    }

    @Test
    void theOthersAreToldInWhatTheyWereOutdoneAndNothingMore() {
        Quote dearer = quote(2, item(FIRST, 200, 2, new Uncertainty(5.0, "µm", 2.0)), item(SECOND, 100, 3, null));
        Quote later = quote(3, item(FIRST, 90, 4, new Uncertainty(11.0, "µm", 2.0)));
        Quote better = quote(4, item(FIRST, 90, 2, null));
        List<QuoteRequest> changed = outcome(
                false,
                choice(WINNER),
                WINS,
                dossier(2, RequestState.QUOTED, dearer),
                dossier(3, RequestState.QUOTED, later),
                dossier(4, RequestState.QUOTED, better),
                dossier(5, RequestState.OPEN),
                dossier(6, RequestState.DECLINED));
        assertThat(changed)
                .extracting(QuoteRequest::state)
                .containsExactly(
                        RequestState.AWARDED,
                        RequestState.NOT_AWARDED,
                        RequestState.NOT_AWARDED,
                        RequestState.NOT_AWARDED,
                        RequestState.NOT_AWARDED);
        assertThat(changed)
                .extracting(request -> request.verdict().losses())
                .containsExactly(
                        List.of(),
                        List.of(Loss.PRICE),
                        List.of(Loss.FINISH, Loss.UNCERTAINTY),
                        List.of(Loss.OTHER_CHOSEN),
                        List.of(Loss.NOT_ANSWERED));
    }

    @Test
    void whoeverHasSomethingLeftToWinStaysUnlessTheRestIsDeclined() {
        Dossier other = dossier(2, RequestState.QUOTED, quote(2, item(FIRST, 1, 1, null), item(SECOND, 1, 1, null)));
        assertThat(outcome(false, choice(WINNER, FIRST), WINS, other)).hasSize(1);
        assertThat(outcome(true, choice(WINNER, FIRST), WINS, other))
                .extracting(QuoteRequest::state)
                .containsExactly(RequestState.AWARDED, RequestState.NOT_AWARDED);
    }

    @Test
    void aWholeAwardTakesWhatIsLeft() {
        Quote partly = quote(1, QuoteState.AWARDED, taken(item(FIRST, 1, 1, null)), item(SECOND, 1, 1, null));
        List<Won> won =
                AwardRules.won(List.of(dossier(1, RequestState.AWARDED, partly)), List.of(choice(partly)), TODAY);
        assertThat(won.get(0).items()).extracting(Quote.Item::demandItemId).containsExactly(SECOND);
    }

    @Test
    void anItemIsAwardedOnce() {
        Quote second = quote(2, item(FIRST, 1, 1, null));
        List<Dossier> both = List.of(WINS, dossier(2, RequestState.QUOTED, second));
        List<Choice> twice = List.of(choice(WINNER, FIRST), choice(second, FIRST));
        assertThatThrownBy(() -> AwardRules.won(both, twice, TODAY)).hasMessageContaining("quote-award-item-once");
    }

    @Test
    void onlyWhatCountsAndIsValidAndOfferedCanBeTaken() {
        Quote old = quote(1, QuoteState.SUPERSEDED, item(FIRST, 1, 1, null));
        refused(old, choice(old), TODAY, "quote-not-takeable");
        Quote offered = quote(1, item(FIRST, 1, 1, null));
        refused(offered, choice(offered), offered.validUntil().plusDays(1), "quote-not-takeable");
        refused(offered, choice(offered, SECOND), TODAY, "quote-item-not-offered");
        refused(offered, choice(quote(9, item(FIRST, 1, 1, null))), TODAY, "NOT_FOUND");
        assertThat(AwardRules.won(
                        List.of(dossier(1, RequestState.QUOTED, offered)),
                        List.of(choice(offered)),
                        offered.validUntil()))
                .hasSize(1);
    }

    private static void refused(Quote quote, Choice choice, LocalDate day, String why) {
        assertThatThrownBy(() -> AwardRules.won(List.of(dossier(1, RequestState.QUOTED, quote)), List.of(choice), day))
                .hasMessageContaining(why);
    }
}
