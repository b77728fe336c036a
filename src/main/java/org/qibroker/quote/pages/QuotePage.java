package org.qibroker.quote.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisation;
import org.qibroker.quote.Asked;
import org.qibroker.quote.Dossier;
import org.qibroker.quote.Quote;
import org.qibroker.quote.QuoteRequest;
import org.qibroker.quote.QuoteState;
import org.qibroker.quote.RequestAction;
import org.qibroker.quote.RequestState;
import org.qibroker.quote.Side;
import org.qibroker.talk.Conversation;

/**
 * What the page of a request shows to one of its sides.
 *
 * @param asker the enterprise that asks
 * @param form to answer it in; absent where the reader cannot
 */
public record QuotePage(
        Dossier dossier,
        Side side,
        Organisation asker,
        List<RequestAction> actions,
        Conversation messages,
        @Nullable AnswerForm form,
        LocalDate today) {

    /** The request. */
    public QuoteRequest request() {
        return dossier.request();
    }

    /** The offer to show: the one that counts, or else the last. */
    public Optional<Quote> offer() {
        return dossier.current().or(dossier::last);
    }

    /** The item asked for of that id. */
    public Optional<Asked.Item> item(UUID id) {
        return request().asked().items().stream()
                .filter(item -> item.demandItemId().equals(id))
                .findFirst();
    }

    /** Tone of a state's badge. */
    public static String tone(RequestState state) {
        return switch (state) {
            case OPEN -> "yellow";
            case QUOTED -> "blue";
            case AWARDED -> "green";
            case DECLINED, WITHDRAWN, EXPIRED, NOT_AWARDED -> "grey";
        };
    }

    /** Tone of a state's badge. */
    public static String tone(QuoteState state) {
        return switch (state) {
            case OFFERED -> "blue";
            case AWARDED -> "green";
            case SUPERSEDED, WITHDRAWN, EXPIRED, NOT_AWARDED -> "grey";
        };
    }

    /** What is written for a state to one of the sides. */
    public String now() {
        return "quote.now." + side + "." + request().state();
    }
}
