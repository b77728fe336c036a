package org.qibroker.quote;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.qibroker.quote.QuoteRequest.Verdict;
import org.qibroker.shared.Refusal;

/** What can be done about a request, by whom and in which state. Pure. */
final class RequestRules {
    /** The longest that anything is asked or offered for. */
    static final int MOST_DAYS = 365;

    private static final int LONGEST_REASON = 1000;

    private static final List<Step> STEPS = List.of(
            new Step(RequestAction.DECLINE, Side.PROVIDER, Set.of(RequestState.OPEN, RequestState.QUOTED)),
            new Step(RequestAction.WITHDRAW_QUOTE, Side.PROVIDER, Set.of(RequestState.QUOTED)),
            new Step(RequestAction.WITHDRAW, Side.ENTERPRISE, Set.of(RequestState.OPEN, RequestState.QUOTED)),
            new Step(
                    RequestAction.EXTEND,
                    Side.ENTERPRISE,
                    Set.of(RequestState.OPEN, RequestState.EXPIRED, RequestState.NOT_AWARDED)));

    private RequestRules() {}

    private record Step(RequestAction action, Side by, Set<RequestState> from) {}

    /** What one side can do about a request in a state. */
    static List<RequestAction> actions(RequestState state, Side side) {
        return STEPS.stream()
                .filter(step -> step.by() == side && step.from().contains(state))
                .map(Step::action)
                .toList();
    }

    /** Whether the provider may answer, or answer anew. */
    static boolean answerable(RequestState state) {
        return state.live();
    }

    /**
     * The request after a step.
     *
     * @throws Refusal FORBIDDEN if it is for the other side, CONFLICT if not in this state, BAD_INPUT if something has to
     *     be said that is not
     */
    static QuoteRequest after(QuoteRequest request, Side side, RequestTransition wanted, LocalDate today) {
        Step step = STEPS.stream()
                .filter(one -> one.action() == wanted.action())
                .findFirst()
                .orElseThrow();
        if (step.by() != side) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "not-yours-to-do");
        }
        if (!step.from().contains(request.state())) {
            throw Refusal.conflict("quote-request-action", request.state().name());
        }
        return switch (wanted.action()) {
            case DECLINE -> request.in(RequestState.DECLINED, because(wanted));
            case WITHDRAW -> request.in(RequestState.WITHDRAWN, because(wanted));
            case WITHDRAW_QUOTE -> request.in(RequestState.OPEN, said(wanted));
            case EXTEND -> request.until(later(wanted, today)).in(RequestState.OPEN, Verdict.NONE);
        };
    }

    private static Verdict because(RequestTransition wanted) {
        Verdict said = said(wanted);
        if (said.reason() == null) {
            throw Refusal.badInput("/reason", "reason-needed");
        }
        return said;
    }

    private static Verdict said(RequestTransition wanted) {
        String reason = wanted.reason();
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw Refusal.badInput("/reason", "size", 0, LONGEST_REASON);
        }
        return new Verdict(List.of(), reason == null || reason.isBlank() ? null : reason.strip());
    }

    private static LocalDate later(RequestTransition wanted, LocalDate today) {
        LocalDate day = wanted.answerBy();
        if (day == null) {
            throw Refusal.badInput("/answerBy", "not-null");
        }
        return later("/answerBy", day, today);
    }

    /**
     * A day after today, within a year.
     *
     * @throws Refusal BAD_INPUT at the place
     */
    static LocalDate later(String pointer, LocalDate day, LocalDate today) {
        if (!day.isAfter(today) || day.isAfter(today.plusDays(MOST_DAYS))) {
            throw Refusal.badInput(pointer, "later-day", today.plusDays(1), today.plusDays(MOST_DAYS));
        }
        return day;
    }

    /** Whether the day for an answer has passed without one. */
    static boolean unanswered(QuoteRequest request, LocalDate today) {
        return request.state() == RequestState.OPEN && request.answerBy().isBefore(today);
    }
}
