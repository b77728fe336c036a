package org.qibroker.ledger;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.UploadedBody;
import org.qibroker.shared.Refusal;

/** Ledgers as JSON and files. */
final class LedgerApi {
    private static final String XLSX = "spreadsheetml";

    private final Ledger ledger;
    private final LedgerImports imports;

    LedgerApi(Ledger ledger, LedgerImports imports) {
        this.ledger = ledger;
        this.imports = imports;
    }

    void bind(ApiBinder api) {
        api.bind("listInstruments", call -> ledger.list(filter(call), call.page(), call.caller())
                .map(page -> ApiReply.ok(page.map(this::view))));
        api.bind("addInstrument", call -> ledger.add(call.body(InstrumentDraft.class), call.caller())
                .map(made -> ApiReply.created("/api/v1/instruments/" + made.id(), view(made), made.version())));
        api.bind("getInstrument", call -> ledger.get(call.id("id"), call.caller())
                .map(found -> ApiReply.ok(view(found), found.version())));
        api.bind("updateInstrument", call -> ledger.update(
                        call.id("id"), call.ifMatch(), call.body(InstrumentDraft.class), call.caller())
                .map(kept -> ApiReply.ok(view(kept), kept.version())));
        api.bind("changeInstruments", call -> ledger.change(call.body(BulkChange.class), call.caller())
                .map(changed -> ApiReply.ok(Map.of("changed", changed))));
        api.bind("importInstruments", this::take);
        api.bind("exportInstruments", call -> ledger.file(LedgerFile.CSV, "台账.csv", call.caller()));
        api.bind("exportInstrumentsWorkbook", call -> ledger.file(LedgerFile.XLSX, "台账.xlsx", call.caller()));
        api.bind("listInstrumentDues", this::dues);
        api.bind("requestCalibration", call -> ledger.request(call.body(CalibrationRequest.class), call.caller())
                .map(demand -> ApiReply.created(
                        "/api/v1/demands/" + demand.id(),
                        Map.of("demandId", demand.id(), "items", demand.items().size()))));
    }

    private static LedgerFilter filter(ApiCall call) {
        return new LedgerFilter(
                call.query("q").orElse(null),
                call.queryEnum("state", InstrumentState.class).orElse(null),
                call.queryDate("dueFrom").orElse(null),
                call.queryDate("dueTo").orElse(null));
    }

    private Future<ApiReply> take(ApiCall call) {
        UploadedBody body = call.upload();
        if (body.size() == 0) {
            throw Refusal.badInput("", "body-missing");
        }
        boolean workbook = call.header("Content-Type").orElse("").contains(XLSX);
        return imports.take(body.path(), workbook ? "ledger.xlsx" : "ledger.csv", call.caller(), call.locale())
                .map(ApiReply::ok);
    }

    private Future<ApiReply> dues(ApiCall call) {
        YearMonth from = YearMonth.from(call.queryDate("from").orElse(ledger.today()));
        return ledger.year(from, call.caller())
                .map(months -> ApiReply.ok(Map.of(
                        "items",
                        months.entrySet().stream()
                                .map(each -> new Due(each.getKey(), each.getValue()))
                                .toList())));
    }

    private View view(Instrument instrument) {
        return new View(
                instrument.id(),
                instrument.draft(),
                instrument.last(),
                instrument.bookingId(),
                instrument.due(),
                instrument.overdue(ledger.today()),
                instrument.demandId());
    }

    private record Due(YearMonth month, int instruments) {}

    private record View(
            UUID id,
            @JsonUnwrapped InstrumentDraft draft,
            InstrumentDraft.@Nullable Certificate certificate,
            @Nullable UUID bookingId,
            @Nullable LocalDate due,
            boolean overdue,
            @Nullable UUID demandId) {}
}
