package org.qibroker.quote;

import io.vertx.core.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.files.StoredFile;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.Idempotency;
import org.qibroker.quote.talk.QuoteMessage;
import org.qibroker.quote.talk.QuoteTalk;

/** Requests for quotes and the answers to them over the API. */
final class QuoteApi {
    private final Quotes quotes;
    private final QuoteTalk talk;
    private final Idempotency idempotency;

    QuoteApi(Quotes quotes, QuoteTalk talk, Idempotency idempotency) {
        this.quotes = quotes;
        this.talk = talk;
        this.idempotency = idempotency;
    }

    void bind(ApiBinder api) {
        api.bind("requestQuotes", this::ask);
        api.bind("listQuoteRequests", this::list);
        api.bind("getQuoteRequest", this::get);
        api.bind("transitionQuoteRequest", this::transition);
        api.bind("giveQuote", this::give);
        api.bind("getQuote", this::quote);
        api.bind("listQuoteMessages", this::messages);
        api.bind("sendQuoteMessage", this::say);
        api.bind("getQuoteFile", call -> talk.file(call.id("id"), call.id("fileId"), call.caller()));
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

    private Future<ApiReply> messages(ApiCall call) {
        return talk.messages(call.id("id"), call.caller())
                .map(all -> ApiReply.ok(
                        Map.of("items", all.stream().map(Message::of).toList())));
    }

    private Future<ApiReply> say(ApiCall call) {
        UUID request = call.id("id");
        Said said = call.body(Said.class);
        return idempotency.once(call, () -> talk.say(request, said.text(), said.files(), call.caller())
                .map(message ->
                        ApiReply.created("/api/v1/quote-requests/" + request + "/messages", Message.of(message))));
    }

    private record Said(
            @NotBlank @Size(max = 4000) String text,
            @Nullable @Size(max = QuoteTalk.MOST_FILES) List<@NotNull UUID> fileIds) {
        List<UUID> files() {
            return fileIds == null ? List.of() : fileIds;
        }
    }

    private record Message(UUID id, Side side, String author, String text, Instant at, List<StoredFile> files) {
        static Message of(QuoteMessage message) {
            return new Message(
                    message.id(), message.side(), message.author(), message.text(), message.at(), message.files());
        }
    }
}
