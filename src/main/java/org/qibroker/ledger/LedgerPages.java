package org.qibroker.ledger;

import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ToleranceAsked;
import org.qibroker.platform.http.Inputs;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** The ledger of an enterprise, with its year, its form and its files. */
final class LedgerPages {
    private static final Access ENTERPRISE = Access.of(Role.ENTERPRISE);
    private static final String PATH = "/instruments";
    private static final String LIST = "ledger/list.jte";
    private static final String FORM = "ledger/form.jte";
    private static final int SOON_DAYS = 30;

    private final Ledger ledger;
    private final LedgerImports imports;

    LedgerPages(Ledger ledger, LedgerImports imports) {
        this.ledger = ledger;
        this.imports = imports;
    }

    void mount(PageRouter pages) {
        pages.get(PATH, ENTERPRISE, call -> list(call, List.of()).map(page -> View.page(LIST, Map.of("page", page))));
        pages.get(PATH + "/new", ENTERPRISE, call -> Future.succeededFuture(form(call.form(), null)));
        pages.get(
                PATH + "/template.csv",
                ENTERPRISE,
                call -> Future.succeededFuture(View.file(ledger.template(LedgerFile.CSV, "台账模板.csv"))));
        pages.get(PATH + "/ledger.csv", ENTERPRISE, call -> ledger.file(LedgerFile.CSV, "台账.csv", call.caller())
                .map(View::file));
        pages.get(PATH + "/ledger.xlsx", ENTERPRISE, call -> ledger.file(LedgerFile.XLSX, "台账.xlsx", call.caller())
                .map(View::file));
        pages.post(PATH, ENTERPRISE, call -> kept(call, null));
        pages.upload(PATH + "/import", ENTERPRISE, this::take);
        pages.post(PATH + "/selection", ENTERPRISE, this::selection);
        pages.get(PATH + "/:id", ENTERPRISE, call -> ledger.get(call.id("id"), call.caller())
                .map(found -> form(call.form(), found)));
        pages.post(PATH + "/:id", ENTERPRISE, call -> ledger.get(call.id("id"), call.caller())
                .compose(found -> kept(call, found)));
    }

    private Future<LedgerPage> list(PageCall call, List<LedgerImports.Place> findings) {
        String view = call.query("view").orElse("all");
        LedgerFilter filter = filter(view, call);
        return ledger.list(filter, call.page(), call.caller())
                .compose(page -> ledger.year(YearMonth.from(ledger.today()), call.caller())
                        .map(months -> new LedgerPage(view, filter, page, months, ledger.today(), findings)));
    }

    private LedgerFilter filter(String view, PageCall call) {
        String text = call.query("q").orElse(null);
        InstrumentState state =
                call.inputs().constant("state", InstrumentState.class).orElse(null);
        LocalDate today = ledger.today();
        return switch (view) {
            case "all" -> new LedgerFilter(text, state, null, null);
            case "overdue" -> new LedgerFilter(text, state, null, today.minusDays(1));
            case "soon" -> new LedgerFilter(text, state, today, today.plusDays(SOON_DAYS));
            default ->
                month(view)
                        .map(month -> new LedgerFilter(text, state, month.atDay(1), month.atEndOfMonth()))
                        .orElseThrow(() -> Refusal.notFound("view"));
        };
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static View form(Form form, @Nullable Instrument instrument) {
        return View.page(FORM, Map.of("form", new LedgerForm(form, Optional.ofNullable(instrument))));
    }

    private Future<View> kept(PageCall call, @Nullable Instrument before) {
        Form form = call.form();
        return Future.succeededFuture()
                .map(now -> Validation.valid(draft(form)))
                .compose(draft -> before == null
                        ? ledger.add(draft, call.caller())
                        : ledger.update(before.id(), version(form), draft, call.caller()))
                .map(done -> View.seeOther(PATH).flash("ledger.kept"))
                .recover(failure -> Future.succeededFuture(View.refused(
                        failure, FORM, Map.of("form", new LedgerForm(form, Optional.ofNullable(before))))));
    }

    private static long version(Form form) {
        return form.inputs().integer("version").orElseThrow(Refusal::stale);
    }

    private static InstrumentDraft draft(Form form) {
        Inputs in = form.inputs();
        Double min = in.decimal("min").map(Number::doubleValue).orElse(null);
        Double max = in.decimal("max").map(Number::doubleValue).orElse(null);
        Double mpe = in.decimal("tolerance").map(Number::doubleValue).orElse(null);
        String unit = form.text("unit");
        LocalDate on = in.date("lastOn").orElse(null);
        return new InstrumentDraft(
                form.text("ownNumber"),
                form.text("subject"),
                form.optional("model").orElse(null),
                form.optional("serial").orElse(null),
                form.optional("location").orElse(null),
                form.optional("keeper").orElse(null),
                min == null && max == null ? null : new RangeAsked(min, max, unit),
                mpe == null
                        ? null
                        : new ToleranceAsked(mpe, form.optional("toleranceUnit").orElse(unit), null),
                form.optional("accuracy").orElse(null),
                in.integer("intervalMonths").orElse(0),
                on == null
                        ? null
                        : new InstrumentDraft.Certificate(
                                form.optional("lastNumber").orElse("-"),
                                on,
                                form.optional("lastProvider").orElse(null)),
                in.date("nextDue").orElse(null),
                in.constant("state", InstrumentState.class).orElse(InstrumentState.IN_USE),
                in.constant("criticality", Criticality.class).orElse(Criticality.B));
    }

    private Future<View> take(PageCall call) {
        Optional<PageCall.Upload> file = call.upload("file");
        if (file.isEmpty()) {
            Refusal none = Refusal.badInput("/file", "no-file");
            return list(call, List.of()).map(page -> View.refused(none, LIST, Map.of("page", page)));
        }
        return imports.take(file.get().path(), file.get().name(), call.caller(), call.locale())
                .compose(outcome -> outcome.findings().isEmpty()
                        ? Future.succeededFuture(View.seeOther(PATH).flash("ledger.taken"))
                        : list(call, outcome.findings()).map(page -> View.page(LIST, Map.of("page", page))));
    }

    private Future<View> selection(PageCall call) {
        Form form = call.form();
        return Future.succeededFuture()
                .compose(now -> form.has("request") ? request(form, call) : change(form, call))
                .recover(failure ->
                        list(call, List.of()).map(page -> View.refused(failure, LIST, Map.of("page", page))));
    }

    private Future<View> request(Form form, PageCall call) {
        List<UUID> chosen = chosen(form);
        YearMonth month = chosen.isEmpty() ? month(form.text("month")).orElse(null) : null;
        CalibrationRequest request = new CalibrationRequest(month, chosen.isEmpty() ? null : chosen);
        return ledger.request(request, call.caller())
                .map(demand -> View.seeOther("/demands/" + demand.id()).flash("ledger.requested"));
    }

    private Future<View> change(Form form, PageCall call) {
        BulkChange change = Validation.valid(new BulkChange(
                chosen(form),
                form.inputs().constant("state", InstrumentState.class).orElse(null),
                form.optional("location").orElse(null),
                form.optional("keeper").orElse(null)));
        return ledger.change(change, call.caller())
                .map(done -> View.seeOther(PATH).flash("ledger.changed"));
    }

    private static List<UUID> chosen(Form form) {
        return form.all("id").stream()
                .map(text -> new Inputs(name -> Optional.of(text)).id("id"))
                .map(found -> found.orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }
}
