package org.qibroker.quote.pages;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisation;
import org.qibroker.account.Organisations;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.quote.Dossier;
import org.qibroker.quote.QuoteRequest;
import org.qibroker.quote.Quotes;
import org.qibroker.quote.RequestAction;
import org.qibroker.quote.RequestState;
import org.qibroker.quote.RequestTransition;
import org.qibroker.quote.Side;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;
import org.qibroker.talk.Talk;

/** The list of requests for quotes, and the page of one. */
public final class QuotePages {
    private static final String TEMPLATE = "quote/request.jte";
    private static final Access SIDES = Access.of(Role.ENTERPRISE, Role.PROVIDER);

    private final Quotes quotes;
    private final Talk talk;
    private final Organisations organisations;
    private final LineChoices lines;

    /** Pages of these quotes. */
    public QuotePages(Quotes quotes, Talk talk, Organisations organisations, LineChoices lines) {
        this.quotes = quotes;
        this.organisations = organisations;
        this.talk = talk;
        this.lines = lines;
    }

    /** Mounts them. */
    public void mount(PageRouter pages) {
        pages.get("/quote-requests", SIDES, this::list);
        pages.get("/quote-requests/:id", SIDES, this::request);
        pages.post("/quote-requests/:id/quotes", Access.of(Role.PROVIDER), this::give);
        pages.post("/quote-requests/:id/transitions", SIDES, this::transition);
    }

    private Future<View> list(PageCall call) {
        RequestState state = call.inputs().constant("state", RequestState.class).orElse(null);
        Side side = call.inputs().constant("side", Side.class).orElseGet(() -> usual(call.caller()));
        return quotes.list(side, state, call.page(), call.caller()).map(page -> {
            Map<String, Object> params = new HashMap<>();
            params.put("requests", page.items());
            params.put("side", side);
            params.put("state", Optional.ofNullable(state));
            params.put("next", Optional.ofNullable(page.nextCursor()));
            params.put("today", quotes.today());
            return View.page("quote/list.jte", params);
        });
    }

    /** Who offers services looks for what to answer first. */
    private static Side usual(Caller caller) {
        return caller.has(Role.PROVIDER) ? Side.PROVIDER : Side.ENTERPRISE;
    }

    private Future<View> request(PageCall call) {
        return page(call, null).map(page -> View.page(TEMPLATE, Map.of("page", page)));
    }

    private Future<QuotePage> page(PageCall call, @Nullable Form sent) {
        UUID id = call.id("id");
        return quotes.get(id, call.caller())
                .compose(dossier -> Future.all(talk.of(id, call.caller()), asker(dossier.request()))
                        .map(both -> new QuotePage(
                                dossier,
                                Optional.ofNullable(dossier.request().side(call.caller()))
                                        .orElseThrow(() -> Refusal.notFound("quote-request")),
                                both.resultAt(1),
                                quotes.actions(dossier.request(), call.caller()),
                                both.resultAt(0),
                                form(dossier, call.caller(), sent),
                                quotes.today())));
    }

    private Future<Organisation> asker(QuoteRequest request) {
        return organisations.get(request.parties().enterpriseId());
    }

    private @Nullable AnswerForm form(Dossier dossier, Caller caller, @Nullable Form sent) {
        LocalDate today = quotes.today();
        if (!quotes.answerable(dossier.request(), caller)) {
            return null;
        }
        return sent == null
                ? AnswerForm.fresh(dossier.request(), dossier.last(), lines, today)
                : AnswerForm.sent(dossier.request(), sent, lines, today);
    }

    private Future<View> give(PageCall call) {
        UUID id = call.id("id");
        return quotes.get(id, call.caller())
                .compose(dossier -> offered(dossier, call))
                .map(done -> View.seeOther("/quote-requests/" + id).flash("quote.flash.given"))
                .recover(failure -> again(call, failure, call.form()));
    }

    private Future<Quotes.Given> offered(Dossier dossier, PageCall call) {
        Form form = call.form();
        AnswerForm sent = AnswerForm.sent(dossier.request(), form, lines, quotes.today());
        return quotes.give(dossier.request().id(), sent.draft(form.inputs()), call.caller());
    }

    private Future<View> again(PageCall call, Throwable failure, @Nullable Form sent) {
        return page(call, sent).map(page -> View.refused(failure, TEMPLATE, Map.of("page", page)));
    }

    private Future<View> transition(PageCall call) {
        UUID id = call.id("id");
        return quotes.get(id, call.caller())
                .compose(found -> quotes.transition(id, version(call), wanted(call.form()), call.caller()))
                .map(done -> View.seeOther("/quote-requests/" + id).flash("quote.flash.done"))
                .recover(failure -> again(call, failure, null));
    }

    private static long version(PageCall call) {
        return call.form().inputs().integer("version").orElseThrow(Refusal::stale);
    }

    private static RequestTransition wanted(Form form) {
        return new RequestTransition(
                form.inputs()
                        .constant("action", RequestAction.class)
                        .orElseThrow(() -> Refusal.badInput("/action", "not-null")),
                form.optional("reason").orElse(null),
                form.inputs().date("answerBy").orElse(null));
    }
}
