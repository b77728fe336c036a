package org.qibroker.report;

import io.vertx.core.Future;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.paper.Papers;
import org.qibroker.platform.files.Incoming;
import org.qibroker.platform.files.StoredFile;
import org.qibroker.platform.files.StoredFiles;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.QrCode;
import org.qibroker.platform.web.View;
import org.qibroker.report.conformity.Statement;
import org.qibroker.shared.Refusal;

/** Pages of reports: where the laboratory writes one, its files, and the QR code that proves it. */
final class ReportPages {
    private static final String TEMPLATE = "report/write.jte";

    private final Reports reports;
    private final StoredFiles files;
    private final VerificationAddress address;
    private final Papers papers;

    ReportPages(Reports reports, StoredFiles files, VerificationAddress address, Papers papers) {
        this.reports = reports;
        this.files = files;
        this.address = address;
        this.papers = papers;
    }

    void mount(PageRouter pages) {
        pages.get("/bookings/:id/report", Access.SIGNED_IN, this::show);
        pages.upload("/bookings/:id/report", Access.SIGNED_IN, this::write);
        pages.get("/bookings/:id/report/file", Access.SIGNED_IN, this::draftFile);
        pages.get("/bookings/:id/reports/:version/file", Access.SIGNED_IN, this::file);
        pages.get("/bookings/:id/reports/:version/qr.svg", Access.SIGNED_IN, this::picture);
    }

    private Future<View> show(PageCall call) {
        return page(call, false, null).map(params -> View.page(TEMPLATE, params));
    }

    /** The report as its laboratory sees it; NOT_FOUND for everybody else. */
    private Future<Reports.Shown> writable(PageCall call) {
        return reports.of(call.id("id"), call.caller()).map(shown -> {
            if (!shown.writes()) {
                throw Refusal.notFound("report");
            }
            return shown;
        });
    }

    private static ResultForm typed(Reports.Shown shown) {
        Statement statement = shown.draft()
                .map(Draft::content)
                .or(() -> shown.last().map(Issued::content))
                .map(Content::statement)
                .orElse(Statement.NONE);
        return ResultForm.of(statement);
    }

    /** What the page shows; the form as it was saved if none is given. */
    private Future<Map<String, Object>> page(PageCall call, boolean unsaved, @Nullable ResultForm form) {
        return writable(call).compose(shown -> papers.statement(shown.booking())
                .map(agreed -> Map.of(
                        "shown", shown,
                        "form", form == null ? typed(shown) : form,
                        "unsaved", unsaved,
                        "agreed", agreed,
                        "table", call.form().text("table"))));
    }

    private Future<View> write(PageCall call) {
        UUID booking = call.id("id");
        ResultForm form = ResultForm.of(call.form());
        if (call.form().has("more")) {
            return again(call, form.longer());
        }
        if (call.form().has("paste")) {
            return pasted(call, form);
        }
        return written(call, booking, form)
                .map(shown -> View.seeOther("/bookings/" + booking + "#report").flash("report.flash.saved"))
                .recover(failure -> refused(call, failure, form));
    }

    private Future<View> again(PageCall call, ResultForm form) {
        return page(call, true, form).map(params -> View.page(TEMPLATE, params));
    }

    private Future<View> pasted(PageCall call, ResultForm form) {
        try {
            return again(call, form.with(call.form().text("table")).withRoom(2));
        } catch (Refusal unread) {
            return refused(call, unread, form);
        }
    }

    private Future<View> refused(PageCall call, Throwable failure, ResultForm form) {
        return page(call, true, form.withRoom(2)).map(params -> View.refused(failure, TEMPLATE, params));
    }

    private Future<Reports.Shown> written(PageCall call, UUID booking, ResultForm form) {
        try {
            Statement statement = form.statement();
            Incoming sent = call.upload("file").map(Incoming::of).orElse(null);
            return writable(call)
                    .compose(shown -> reports.write(booking, new Written(statement, kept(shown), sent), call.caller()));
        } catch (Refusal malformed) {
            return Future.failedFuture(malformed);
        }
    }

    private static @Nullable UUID kept(Reports.Shown shown) {
        return shown.draft().flatMap(Draft::file).map(StoredFile::id).orElse(null);
    }

    private Future<View> draftFile(PageCall call) {
        return reports.draftFile(call.id("id"), call.caller()).map(file -> View.file(files.reply(file)));
    }

    private Future<View> file(PageCall call) {
        return reports.file(call.id("id"), ReportApi.version(call.path("version")), call.caller())
                .map(file -> View.file(files.reply(file)));
    }

    private Future<View> picture(PageCall call) {
        int version = ReportApi.version(call.path("version"));
        return reports.of(call.id("id"), call.caller())
                .map(shown -> QrCode.picture(address.of(shown.version(version))));
    }
}
