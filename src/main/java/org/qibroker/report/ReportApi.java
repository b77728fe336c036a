package org.qibroker.report;

import io.vertx.core.Future;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.files.StoredFiles;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.report.conformity.Statement;
import org.qibroker.shared.Refusal;

/** Reports as JSON and files. */
final class ReportApi {
    private final Reports reports;
    private final StoredFiles files;
    private final VerificationAddress address;

    ReportApi(Reports reports, StoredFiles files, VerificationAddress address) {
        this.reports = reports;
        this.files = files;
        this.address = address;
    }

    void bind(ApiBinder api) {
        api.bind("listReports", this::list);
        api.bind("getReportFile", call -> reports.file(call.id("id"), version(call.path("version")), call.caller())
                .map(files::reply));
        api.bind("getReportDraft", call -> reports.of(call.id("id"), call.caller())
                .map(ReportApi::draft));
        api.bind("writeReportDraft", this::write);
        api.bind("getReportDraftFile", call -> reports.draftFile(call.id("id"), call.caller())
                .map(files::reply));
    }

    private record Body(@Nullable UUID fileId, @Nullable @Valid Statement statement) {}

    private Future<ApiReply> list(ApiCall call) {
        return reports.of(call.id("id"), call.caller())
                .map(shown -> shown.issued().stream()
                        .map(issued -> ReportVersionView.of(issued, address.of(issued)))
                        .toList())
                .map(items -> ApiReply.ok(Map.of("items", List.copyOf(items))));
    }

    /** The number of a version in a path; NOT_FOUND if it is none. */
    static int version(String path) {
        if (!path.matches("[1-9]\\d{0,8}")) {
            throw Refusal.notFound("report");
        }
        return Integer.parseInt(path);
    }

    private Future<ApiReply> write(ApiCall call) {
        UUID booking = call.id("id");
        Body body = call.body(Body.class);
        Statement statement = body.statement() == null ? Statement.NONE : body.statement();
        Written written = new Written(statement.checked("/statement"), body.fileId(), null);
        return reports.write(booking, written, call.caller()).map(ReportApi::draft);
    }

    private static ApiReply draft(Reports.Shown shown) {
        return ApiReply.ok(DraftView.of(shown.draft().orElseThrow(() -> Refusal.notFound("draft"))));
    }
}
