package org.qibroker.feedback.complaint;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.Idempotency;

/** Complaints over the API. */
final class ComplaintApi {
    private final Complaints complaints;
    private final Idempotency idempotency;

    ComplaintApi(Complaints complaints, Idempotency idempotency) {
        this.complaints = complaints;
        this.idempotency = idempotency;
    }

    void bind(ApiBinder api) {
        api.bind("makeComplaint", this::make);
        api.bind("listComplaints", this::list);
        api.bind(
                "getComplaint",
                call -> complaints.get(call.id("id"), call.caller()).map(found -> reply(found, call)));
        api.bind("transitionComplaint", this::transition);
    }

    private Future<ApiReply> make(ApiCall call) {
        UUID booking = call.id("id");
        ComplaintDraft draft = call.body(ComplaintDraft.class);
        return idempotency.once(call, () -> complaints
                .make(booking, draft, List.of(), call.caller())
                .map(made -> ApiReply.created("/api/v1/complaints/" + made.id(), view(made, call), made.version())));
    }

    private Future<ApiReply> list(ApiCall call) {
        ComplaintState state = call.queryEnum("state", ComplaintState.class).orElse(null);
        return complaints
                .list(state, call.page(), call.caller())
                .map(page -> ApiReply.ok(page.map(complaint -> view(complaint, call))));
    }

    private Future<ApiReply> transition(ApiCall call) {
        long seen = call.ifMatch();
        ComplaintTransition wanted = call.body(ComplaintTransition.class);
        return complaints.transition(call.id("id"), seen, wanted, call.caller()).map(after -> reply(after, call));
    }

    private ApiReply reply(Complaint complaint, ApiCall call) {
        return ApiReply.ok(view(complaint, call), complaint.version());
    }

    private ComplaintView view(Complaint complaint, ApiCall call) {
        return ComplaintView.of(complaint, complaints.actions(complaint, call.caller()));
    }

    private record ComplaintView(
            UUID id,
            UUID bookingId,
            String bookingNumber,
            UUID enterpriseId,
            String enterpriseName,
            UUID providerId,
            String providerName,
            ComplaintSubject subject,
            String text,
            ComplaintState state,
            Instant acknowledgeDue,
            Instant answerDue,
            @Nullable Instant nextDue,
            boolean late,
            @Nullable String answer,
            @Nullable ComplaintOutcome proposed,
            @Nullable ComplaintOutcome outcome,
            @Nullable String decision,
            List<ComplaintAction> actions,
            long version,
            Instant createdAt) {
        static ComplaintView of(Complaint c, List<ComplaintAction> actions) {
            return new ComplaintView(
                    c.id(),
                    c.about().bookingId(),
                    c.about().bookingNumber(),
                    c.about().enterpriseId(),
                    c.about().enterpriseName(),
                    c.about().providerId(),
                    c.about().providerName(),
                    c.subject(),
                    c.text(),
                    c.state(),
                    c.due().acknowledge(),
                    c.due().answer(),
                    c.due().next(),
                    c.due().late(),
                    c.findings().answer(),
                    c.findings().proposed(),
                    c.findings().outcome(),
                    c.findings().decision(),
                    actions,
                    c.version(),
                    c.createdAt());
        }
    }
}
