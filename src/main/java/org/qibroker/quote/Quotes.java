package org.qibroker.quote;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.TimeCursor;
import org.qibroker.quote.QuoteRequest.Verdict;
import org.qibroker.quote.RequestRepository.Wanted;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.RegionTime;

/**
 * Requests for quotes and the answers to them. Whatever the caller has no part in fails with NOT_FOUND; a provider sees
 * its own requests and offers only.
 */
public final class Quotes {
    /** Kind of the events of requests and offers. */
    public static final String EVENTS = QuoteLog.KIND;

    private final Platform platform;
    private final Asking asking;
    private final QuoteRules rules;
    private final QuoteLog log;

    Quotes(Platform platform, Asking asking, QuoteRules rules) {
        this.platform = platform;
        this.asking = asking;
        this.rules = rules;
        this.log = new QuoteLog(platform.events());
    }

    /** What day it is where days count. */
    public LocalDate today() {
        return RegionTime.day(platform.clock().instant());
    }

    private Instant now() {
        return platform.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Asks providers for quotes on a demand of the caller's, all of them or none. Fails NOT_FOUND if it is not the
     * caller's, CONFLICT if it is not open or more than 20 would be asked for it, BAD_INPUT naming what does not fit.
     */
    public Future<List<QuoteRequest>> ask(UUID demandId, AskQuotes ask, Caller caller) {
        return asking.ask(demandId, ask, caller, now());
    }

    /** The requests the caller has a part in, newest first; those of one side and state, if they are named. */
    public Future<Page<QuoteRequest>> list(
            @Nullable Side side, @Nullable RequestState state, PageRequest page, Caller caller) {
        Wanted wanted = new Wanted(caller.organisation(), side, state, TimeCursor.of(page), page.limit() + 1);
        return platform.database()
                .read(client -> RequestRepository.list(client, wanted))
                .map(rows -> TimeCursor.page(rows, page, request -> new TimeCursor(request.createdAt(), request.id())));
    }

    /** A request with all that was offered. */
    public Future<Dossier> get(UUID id, Caller caller) {
        return platform.database().read(client -> RequestRepository.find(client, id)
                .map(found -> visible(found, caller))
                .compose(request -> dossiers(client, List.of(request)).map(all -> all.get(0))));
    }

    /** The request that an offer answers, with all that was offered. */
    public Future<Dossier> ofQuote(UUID quoteId, Caller caller) {
        return platform.database()
                .read(client -> QuoteRepository.requestOf(client, quoteId))
                .compose(found ->
                        found.isEmpty() ? Future.failedFuture(Refusal.notFound("quote")) : get(found.get(0), caller));
    }

    /**
     * The requests of a demand with all that was offered: all of them for its enterprise, its own for a provider. Fails
     * NOT_FOUND for anybody else.
     */
    public Future<List<Dossier>> ofDemand(UUID demandId, Caller caller) {
        return asking.own(demandId, caller)
                .map(demand -> true)
                .recover(failure -> failure instanceof Refusal refusal && refusal.kind() == Refusal.Kind.NOT_FOUND
                        ? Future.succeededFuture(false)
                        : Future.failedFuture(failure))
                .compose(own -> platform.database().read(client -> RequestRepository.ofDemand(client, demandId)
                        .map(all -> seen(all, own, caller))
                        .compose(requests -> dossiers(client, requests))));
    }

    private static List<QuoteRequest> seen(List<QuoteRequest> all, boolean own, Caller caller) {
        List<QuoteRequest> seen =
                all.stream().filter(request -> request.side(caller) != null).toList();
        if (!own && seen.isEmpty()) {
            throw Refusal.notFound("demand");
        }
        return seen;
    }

    private static Future<List<Dossier>> dossiers(SqlClient client, List<QuoteRequest> requests) {
        return QuoteRepository.of(
                        client, requests.stream().map(QuoteRequest::id).toList())
                .map(quotes -> dossiers(requests, quotes));
    }

    private static List<Dossier> dossiers(List<QuoteRequest> requests, Map<UUID, List<Quote>> quotes) {
        return requests.stream()
                .map(request -> new Dossier(request, quotes.getOrDefault(request.id(), List.of())))
                .toList();
    }

    private static QuoteRequest visible(Optional<QuoteRequest> found, Caller caller) {
        return found.filter(request -> request.side(caller) != null)
                .orElseThrow(() -> Refusal.notFound("quote-request"));
    }

    /** What the caller may do about a request, beside answering. */
    public List<RequestAction> actions(QuoteRequest request, Caller caller) {
        Side side = request.side(caller);
        return side == null ? List.of() : RequestRules.actions(request.state(), side);
    }

    /** Whether the caller may answer a request, or answer it anew. */
    public boolean answerable(QuoteRequest request, Caller caller) {
        return request.side(caller) == Side.PROVIDER && RequestRules.answerable(request.state());
    }

    /** An offer, and the request as it is with it. */
    public record Given(QuoteRequest request, Quote quote) {}

    /**
     * Answers a request; an earlier answer no longer counts, but is kept. Fails FORBIDDEN for the enterprise, CONFLICT
     * when it is too late, BAD_INPUT naming what does not fit.
     */
    public Future<Given> give(UUID requestId, QuoteDraft draft, Caller caller) {
        return platform.database().transaction(tx -> RequestRepository.lock(tx, requestId)
                .map(found -> visible(found, caller))
                .compose(request -> QuoteRepository.of(tx, List.of(requestId))
                        .map(before -> revised(request, draft, before.getOrDefault(requestId, List.of()), caller))
                        .compose(quote -> write(tx, request, quote, caller))));
    }

    private Quote revised(QuoteRequest request, QuoteDraft draft, List<Quote> before, Caller caller) {
        if (request.side(caller) != Side.PROVIDER) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "not-yours-to-do");
        }
        if (!RequestRules.answerable(request.state())) {
            throw Refusal.conflict("quote-request-closed");
        }
        return new Quote(
                platform.ids().next(),
                request.id(),
                before.size() + 1,
                QuoteState.OFFERED,
                draft.validUntil(),
                draft.terms() == null || draft.terms().isBlank()
                        ? null
                        : draft.terms().strip(),
                rules.items(draft, request, today()),
                now());
    }

    private Future<Given> write(SqlConnection tx, QuoteRequest request, Quote quote, Caller caller) {
        QuoteRequest next = request.in(RequestState.QUOTED, Verdict.NONE);
        String type = quote.revision() == 1 ? "quote-given" : "quote-revised";
        return QuoteRepository.settle(tx, request.id(), QuoteState.SUPERSEDED)
                .compose(done -> QuoteRepository.insert(tx, quote))
                .compose(done -> update(tx, next))
                .compose(done -> log.append(tx, type, next, quote, caller))
                .map(new Given(next, quote));
    }

    private static Future<Void> update(SqlConnection tx, QuoteRequest request) {
        return RequestRepository.update(tx, request)
                .compose(updated -> updated ? Future.succeededFuture() : Future.failedFuture(Refusal.stale()));
    }

    /**
     * Takes a step about a request seen at a version. Fails STALE, FORBIDDEN if it is for the other side, CONFLICT if not
     * in this state, BAD_INPUT if something has to be said that is not.
     */
    public Future<QuoteRequest> transition(UUID id, long version, RequestTransition wanted, Caller caller) {
        return platform.database().transaction(tx -> RequestRepository.lock(tx, id)
                .map(found -> visible(found, caller))
                .map(request -> after(request, version, wanted, caller))
                .compose(next -> written(tx, next, wanted.action(), caller)));
    }

    private QuoteRequest after(QuoteRequest request, long version, RequestTransition wanted, Caller caller) {
        if (request.version() != version) {
            throw Refusal.stale();
        }
        Side side = request.side(caller);
        if (side == null) {
            throw Refusal.notFound("quote-request");
        }
        return RequestRules.after(request, side, wanted, today());
    }

    private Future<QuoteRequest> written(SqlConnection tx, QuoteRequest next, RequestAction action, Caller caller) {
        String type =
                switch (action) {
                    case DECLINE -> "quote-declined";
                    case WITHDRAW_QUOTE -> "quote-taken-back";
                    case WITHDRAW -> "quote-request-withdrawn";
                    case EXTEND -> "quote-request-extended";
                };
        QuoteState left = action == RequestAction.WITHDRAW ? QuoteState.NOT_AWARDED : QuoteState.WITHDRAWN;
        return QuoteRepository.settle(tx, next.id(), left)
                .compose(done -> update(tx, next))
                .compose(done -> log.append(tx, type, next, null, caller))
                .map(next);
    }

    /** The requests of a demand with all that was offered, kept from others until the transaction ends. */
    public Future<List<Dossier>> locked(SqlConnection tx, UUID demandId) {
        return RequestRepository.lockDemand(tx, demandId).compose(requests -> dossiers(tx, requests));
    }

    /** An offer taken for items, which became a booking. */
    public record Taken(UUID quoteId, List<UUID> itemIds, UUID bookingId) {}

    /** Writes that an offer was taken. Fails CONFLICT if one of the items was awarded already. */
    public Future<Void> take(SqlConnection tx, Taken taken) {
        return QuoteRepository.award(tx, taken, now());
    }

    /** Writes that a request has come to an award: its own, or somebody else's. */
    public Future<Void> settle(SqlConnection tx, QuoteRequest next, @Nullable Quote quote, Caller caller) {
        boolean won = next.state() == RequestState.AWARDED;
        return QuoteRepository.settle(tx, next.id(), won ? QuoteState.AWARDED : QuoteState.NOT_AWARDED)
                .compose(done -> update(tx, next))
                .compose(done -> log.append(tx, won ? "quote-awarded" : "quote-not-awarded", next, quote, caller));
    }

    /**
     * Lets one request lapse that was not answered in time or whose offer has run out, or reminds of one that is to be
     * answered by the next day; whether there was one.
     */
    Future<Boolean> nextDue(SqlConnection tx) {
        return RequestRepository.lockDue(tx, today())
                .compose(found ->
                        found.isEmpty() ? remindOne(tx) : lapse(tx, found.get()).map(true));
    }

    private Future<Boolean> remindOne(SqlConnection tx) {
        return RequestRepository.remind(tx, today())
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(false)
                        : log.append(tx, "quote-answer-soon", found.get(), null, Caller.SYSTEM)
                                .map(true));
    }

    private Future<Void> lapse(SqlConnection tx, QuoteRequest request) {
        String type = RequestRules.unanswered(request, today()) ? "quote-request-expired" : "quote-expired";
        QuoteRequest next = request.in(RequestState.EXPIRED, Verdict.NONE);
        return QuoteRepository.settle(tx, request.id(), QuoteState.EXPIRED)
                .compose(done -> update(tx, next))
                .compose(done -> log.append(tx, type, next, null, Caller.SYSTEM));
    }

    /** A demand has ended: whatever is still open about it ends, too. */
    Future<Void> demandEnded(SqlConnection tx, UUID demandId, @Nullable String reason) {
        return RequestRepository.lockDemand(tx, demandId).compose(all -> {
            Future<Void> done = Future.succeededFuture();
            for (QuoteRequest request : all) {
                done = request.state().live() ? done.compose(before -> end(tx, request, reason)) : done;
            }
            return done;
        });
    }

    private Future<Void> end(SqlConnection tx, QuoteRequest request, @Nullable String reason) {
        QuoteRequest next = request.in(RequestState.WITHDRAWN, new Verdict(List.of(), reason));
        return written(tx, next, RequestAction.WITHDRAW, Caller.SYSTEM).mapEmpty();
    }
}
