package org.qibroker.feedback.complaint;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qibroker.booking.Booking;
import org.qibroker.booking.Bookings;
import org.qibroker.platform.files.Incoming;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;
import org.qibroker.talk.Talk;

/** The form of a complaint, the list of complaints, and the page of one. */
final class ComplaintPages {
    private static final String TEMPLATE = "feedback/complaint.jte";
    private static final String FORM = "feedback/complain.jte";
    private static final Access PARTIES = Access.of(Role.ENTERPRISE, Role.PROVIDER, Role.COORDINATOR);

    private final Bookings bookings;
    private final Complaints complaints;
    private final Talk talk;

    ComplaintPages(Bookings bookings, Complaints complaints, Talk talk) {
        this.bookings = bookings;
        this.complaints = complaints;
        this.talk = talk;
    }

    void mount(PageRouter pages) {
        pages.get("/bookings/:id/complaints/new", Access.of(Role.ENTERPRISE), this::form);
        pages.upload("/bookings/:id/complaints", Access.of(Role.ENTERPRISE), this::make);
        pages.get("/complaints", PARTIES, this::list);
        pages.get("/complaints/:id", PARTIES, this::show);
        pages.post("/complaints/:id/transitions", PARTIES, this::transition);
    }

    private Future<View> form(PageCall call) {
        return bookings.get(call.id("id"), call.caller())
                .map(booking -> View.page(FORM, form(booking, Optional.empty())));
    }

    private static Map<String, Object> form(Booking booking, Optional<Form> sent) {
        return Map.of("booking", booking, "sent", sent);
    }

    private Future<View> make(PageCall call) {
        Form form = call.form();
        return bookings.get(call.id("id"), call.caller()).compose(booking -> complain(booking.id(), form, call)
                .map(made -> View.seeOther("/complaints/" + made.id()).flash("feedback.flash.complained"))
                .recover(failure ->
                        Future.succeededFuture(View.refused(failure, FORM, form(booking, Optional.of(form))))));
    }

    private Future<Complaint> complain(UUID booking, Form form, PageCall call) {
        try {
            ComplaintDraft draft = new ComplaintDraft(
                    form.inputs()
                            .constant("subject", ComplaintSubject.class)
                            .orElseThrow(() -> Refusal.badInput("/subject", "not-null")),
                    form.text("text"),
                    null);
            List<Incoming> along =
                    call.uploads("file").stream().map(Incoming::of).toList();
            return complaints.make(booking, Validation.valid(draft), along, call.caller());
        } catch (Refusal malformed) {
            return Future.failedFuture(malformed);
        }
    }

    private Future<View> list(PageCall call) {
        ComplaintState state =
                call.inputs().constant("state", ComplaintState.class).orElse(null);
        return complaints.list(state, call.page(), call.caller()).map(page -> {
            Map<String, Object> params = new HashMap<>();
            params.put("complaints", page.items());
            params.put("state", Optional.ofNullable(state));
            params.put("next", Optional.ofNullable(page.nextCursor()));
            return View.page("feedback/complaints.jte", params);
        });
    }

    private Future<View> show(PageCall call) {
        return page(call).map(page -> View.page(TEMPLATE, Map.of("page", page)));
    }

    private Future<ComplaintPage> page(PageCall call) {
        UUID id = call.id("id");
        return complaints.get(id, call.caller()).compose(complaint -> talk.of(id, call.caller())
                .map(messages -> new ComplaintPage(complaint, complaints.actions(complaint, call.caller()), messages)));
    }

    private Future<View> transition(PageCall call) {
        UUID id = call.id("id");
        return complaints
                .get(id, call.caller())
                .compose(found -> complaints.transition(id, version(call), wanted(call.form()), call.caller()))
                .map(done -> View.seeOther("/complaints/" + id).flash("feedback.flash.done"))
                .recover(failure -> again(call, failure));
    }

    private static long version(PageCall call) {
        return call.form().inputs().integer("version").orElseThrow(Refusal::stale);
    }

    private static ComplaintTransition wanted(Form form) {
        return Validation.valid(new ComplaintTransition(
                form.inputs()
                        .constant("action", ComplaintAction.class)
                        .orElseThrow(() -> Refusal.badInput("/action", "not-null")),
                form.optional("text").orElse(null),
                form.inputs().constant("outcome", ComplaintOutcome.class).orElse(null)));
    }

    private Future<View> again(PageCall call, Throwable failure) {
        return page(call).map(page -> View.refused(failure, TEMPLATE, Map.of("page", page)));
    }
}
