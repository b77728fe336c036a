package org.qibroker.quote;

import io.vertx.core.Future;
import java.util.Map;
import java.util.UUID;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.Idempotency;

/** Requests for quotes and the answers to them over the API. */
final class QuoteApi {
    private final Quotes quotes;
    private final Idempotency idempotency;

    QuoteApi(Quotes quotes, Idempotency idempotency) {
        this.quotes = quotes;
        this.idempotency = idempotency;
    }

    void bind(ApiBinder api) {
        api.bind("requestQuotes", this::ask);
        api.bind("listQuoteRequests", this::list);
        api.bind("getQuoteRequest", this::get);
        api.bind("transitionQuoteRequest", this::transition);
        api.bind("giveQuote", this::give);
        api.bind("getQuote", this::quote);
    }

    private Future<ApiReply> ask(ApiCall call) {
        UUID demand = call.id("id");
        AskQuotes ask = call.body(AskQuotes.class);
        return idempotency.once(call, () -> quotes.ask(demand, ask, call.caller())
                .map(made -> ApiReply.created(
                        "/api/v1/demands/" + demand + "/quotes",
                        Map.of(
                                "items",
                                made.stream()
                                        .map(request -> view(request, call))
                                        .toList()))));
    }

    private Future<ApiReply> list(ApiCall call) {
        RequestState state = call.queryEnum("state", RequestState.class).orElse(null);
        return quotes.list(null, state, call.page(), call.caller())
                .map(page -> ApiReply.ok(page.map(request -> view(request, call))));
    }

    private Future<ApiReply> get(ApiCall call) {
        return quotes.get(call.id("id"), call.caller())
                .map(found -> ApiReply.ok(
                        RequestView.of(
                                found.request(), quotes.actions(found.request(), call.caller()), found.revisions()),
                        found.request().version()));
    }

    private Future<ApiReply> transition(ApiCall call) {
        long seen = call.ifMatch();
        RequestTransition wanted = call.body(RequestTransition.class);
        return quotes.transition(call.id("id"), seen, wanted, call.caller())
                .map(request -> ApiReply.ok(view(request, call), request.version()));
    }

    private RequestView view(QuoteRequest request, ApiCall call) {
        return RequestView.of(request, quotes.actions(request, call.caller()), null);
    }

    private Future<ApiReply> give(ApiCall call) {
        UUID request = call.id("id");
        QuoteDraft draft = call.body(QuoteDraft.class);
        return idempotency.once(call, () -> quotes.give(request, draft, call.caller())
                .map(made -> ApiReply.created(
                        "/api/v1/quotes/" + made.quote().id(),
                        QuoteView.of(made.request(), made.quote()),
                        made.quote().revision())));
    }

    private Future<ApiReply> quote(ApiCall call) {
        UUID id = call.id("id");
        return quotes.ofQuote(id, call.caller()).map(found -> {
            Quote quote = found.revisions().stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            return ApiReply.ok(QuoteView.of(found.request(), quote), quote.revision());
        });
    }
}
