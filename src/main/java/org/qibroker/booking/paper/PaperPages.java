package org.qibroker.booking.paper;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.qibroker.account.Invoice;
import org.qibroker.booking.Actor;
import org.qibroker.booking.Bookings;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.RegionTime;
import org.qibroker.shared.Role;

/** The commission sheet to print, and the page of the billing. */
final class PaperPages {
    private static final String BILLING = "paper/billing.jte";
    private static final Access SIDES = Access.of(Role.ENTERPRISE, Role.PROVIDER);

    private final Platform platform;
    private final Papers papers;

    PaperPages(Platform platform, Papers papers) {
        this.platform = platform;
        this.papers = papers;
    }

    void mount(PageRouter pages) {
        pages.get("/bookings/:id/commission", Access.SIGNED_IN, this::sheet);
        pages.get("/bookings/:id/billing", SIDES, this::billing);
        pages.post("/bookings/:id/billing", Access.of(Role.PROVIDER), call -> send(call, this::record));
        pages.post("/bookings/:id/billing/address", Access.of(Role.ENTERPRISE), call -> send(call, this::address));
    }

    private Future<View> sheet(PageCall call) {
        return papers.sheet(call.id("id"), call.caller())
                .map(sheet -> View.page(
                        "paper/commission.jte",
                        Map.of("sheet", sheet, "language", SheetLanguage.of(call.query("language"), call.locale()))));
    }

    private Future<View> billing(PageCall call) {
        return papers.billing(call.id("id"), call.caller())
                .map(billed -> View.page(BILLING, params(billed, call, Optional.empty())));
    }

    private Map<String, Object> params(Papers.Billed billed, PageCall call, Optional<Form> sent) {
        return Map.of(
                "billed",
                billed,
                "part",
                Bookings.part(billed.booking(), call.caller()).orElse(Actor.COORDINATOR),
                "sent",
                sent,
                "today",
                RegionTime.day(platform.clock().instant()));
    }

    private Future<View> send(PageCall call, Function<PageCall, Future<Papers.Billed>> work) {
        UUID id = call.id("id");
        return papers.billing(id, call.caller()).compose(before -> work.apply(call)
                .map(done -> View.seeOther("/bookings/" + id + "/billing").flash("paper.flash.done"))
                .recover(failure -> Future.succeededFuture(
                        View.refused(failure, BILLING, params(before, call, Optional.of(call.form()))))));
    }

    private Future<Papers.Billed> record(PageCall call) {
        Form form = call.form();
        try {
            BillingRecord record = new BillingRecord(
                    form.inputs()
                            .constant("state", BillingState.class)
                            .orElseThrow(() -> Refusal.badInput("/state", "not-null")),
                    form.optional("number").orElse(null),
                    form.inputs().date("invoicedOn").orElse(null),
                    form.inputs().date("paidOn").orElse(null));
            return papers.record(call.id("id"), version(form), Validation.valid(record), call.caller());
        } catch (Refusal malformed) {
            return Future.failedFuture(malformed);
        }
    }

    private Future<Papers.Billed> address(PageCall call) {
        Form form = call.form();
        try {
            Invoice billTo = new Invoice(
                    form.text("title"),
                    form.text("taxNumber"),
                    form.optional("bank").orElse(null),
                    form.optional("bankAccount").orElse(null),
                    form.optional("address").orElse(null),
                    form.optional("phone").orElse(null));
            return papers.address(call.id("id"), version(form), Validation.valid(billTo), call.caller());
        } catch (Refusal malformed) {
            return Future.failedFuture(malformed);
        }
    }

    private static long version(Form form) {
        return form.inputs().integer("version").orElseThrow(Refusal::stale);
    }
}
