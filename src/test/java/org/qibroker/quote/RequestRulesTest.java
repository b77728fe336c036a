package org.qibroker.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qibroker.demand.Agreement;
import org.qibroker.demand.ItemSpec;
import org.qibroker.quote.QuoteRequest.Verdict;
import org.qibroker.shared.Family;

class RequestRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    private static QuoteRequest in(RequestState state) {
        Asked asked = new Asked(
                new UUID(0, 1),
                "卡尺",
                null,
                null,
                null,
                Agreement.NONE,
                List.of(new Asked.Item(new UUID(0, 2), ItemSpec.of(Family.METROLOGY, "卡尺"), List.of())));
        return new QuoteRequest(
                new UUID(0, 3),
                new QuoteRequest.Parties(new UUID(0, 4), "企业", new UUID(0, 5), "机构"),
                asked,
                TODAY,
                state,
                new Verdict(List.of(), null),
                7,
                Instant.EPOCH);
    }

    private static QuoteRequest after(RequestState state, Side side, RequestAction action) {
        RequestTransition wanted = new RequestTransition(action, "because", TODAY.plusDays(3));
        return RequestRules.after(in(state), side, wanted, TODAY);
    }

    @Test
    void whatIsOfferedAsPossibleIsPossibleAndNothingElse() {
        for (RequestState state : RequestState.values()) {
            for (Side side : Side.values()) {
                List<RequestAction> possible = RequestRules.actions(state, side);
                for (RequestAction action : RequestAction.values()) {
                    if (possible.contains(action)) {
                        assertThat(after(state, side, action).version()).isEqualTo(8);
                    } else {
                        assertThatThrownBy(() -> after(state, side, action))
                                .hasMessageMatching("(FORBIDDEN not-yours-to-do|CONFLICT quote-request-action).*");
                    }
                }
            }
        }
    }

    @Test
    void aStepLeadsToTheStateItIsNamedFor() {
        assertThat(after(RequestState.OPEN, Side.PROVIDER, RequestAction.DECLINE)
                        .state())
                .isEqualTo(RequestState.DECLINED);
        assertThat(after(RequestState.QUOTED, Side.PROVIDER, RequestAction.WITHDRAW_QUOTE)
                        .state())
                .isEqualTo(RequestState.OPEN);
        assertThat(after(RequestState.QUOTED, Side.ENTERPRISE, RequestAction.WITHDRAW)
                        .state())
                .isEqualTo(RequestState.WITHDRAWN);
        QuoteRequest extended = after(RequestState.NOT_AWARDED, Side.ENTERPRISE, RequestAction.EXTEND);
        assertThat(extended.state()).isEqualTo(RequestState.OPEN);
        assertThat(extended.answerBy()).isEqualTo(TODAY.plusDays(3));
    }

    @Test
    void nobodyIsLeftWithoutAReasonOrWithADayThatHasPassed() {
        RequestTransition silent = new RequestTransition(RequestAction.DECLINE, " ", null);
        assertThatThrownBy(() -> RequestRules.after(in(RequestState.OPEN), Side.PROVIDER, silent, TODAY))
                .hasMessageContaining("reason-needed");
        for (LocalDate wrong : List.of(TODAY, TODAY.plusDays(366))) {
            RequestTransition late = new RequestTransition(RequestAction.EXTEND, null, wrong);
            assertThatThrownBy(() -> RequestRules.after(in(RequestState.OPEN), Side.ENTERPRISE, late, TODAY))
                    .hasMessageContaining("later-day");
        }
    }

    @Test
    void itLapsesWhenItsLastDayIsOver() {
        assertThat(RequestRules.unanswered(in(RequestState.OPEN), TODAY)).isFalse();
        assertThat(RequestRules.unanswered(in(RequestState.OPEN), TODAY.plusDays(1)))
                .isTrue();
        assertThat(RequestRules.unanswered(in(RequestState.QUOTED), TODAY.plusDays(1)))
                .isFalse();
    }

    @Test
    void onlyWhatIsLiveCanBeAnswered() {
        Set<RequestState> answerable = new HashSet<>();
        for (RequestState state : RequestState.values()) {
            if (RequestRules.answerable(state)) {
                answerable.add(state);
            }
        }
        assertThat(answerable).containsExactlyInAnyOrder(RequestState.OPEN, RequestState.QUOTED);
    }
}
