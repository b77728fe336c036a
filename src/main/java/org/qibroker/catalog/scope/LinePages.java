package org.qibroker.catalog.scope;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.lines.VersionedLine;
import org.qibroker.catalog.lint.FindingView;
import org.qibroker.catalog.lint.Rule;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.LocalPath;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** Pages on which a provider writes a line, sees how it is read, changes, copies, ends and mends it. */
final class LinePages {
    private static final Access PROVIDERS = Access.of(Role.PROVIDER);
    private static final String TEMPLATE = "catalog/scope/line.jte";

    private final Platform platform;
    private final Catalog catalog;
    private final UnitRegistry units;
    private final Lines lines;

    LinePages(Platform platform, Catalog catalog, UnitRegistry units, Lines lines) {
        this.platform = platform;
        this.catalog = catalog;
        this.units = units;
        this.lines = lines;
    }

    void mount(PageRouter pages) {
        pages.get("/scope/new", PROVIDERS, this::blank);
        pages.get("/scope/lines/:id", PROVIDERS, call -> shown(call).map(LinePages::view));
        pages.post("/scope/check", PROVIDERS, this::check);
        pages.post("/scope/lines", PROVIDERS, call -> answer(call, () -> add(call)));
        pages.post("/scope/lines/:id", PROVIDERS, call -> answer(call, () -> change(call)));
        pages.post("/scope/lines/:id/end", PROVIDERS, this::end);
        pages.post("/scope/lines/:id/restore", PROVIDERS, this::restore);
        pages.post("/scope/lines/:id/fix", PROVIDERS, this::fix);
    }

    /** A line on its page: as it is, as it stands in the form, and as the form is read. */
    private record Shown(@Nullable VersionedLine line, LineFields fields, Lines.Draft draft) {}

    private Future<View> blank(PageCall call) {
        Optional<UUID> copied = call.inputs().id("copy");
        Future<Shown> shown = copied.isEmpty()
                ? Future.succeededFuture(new Shown(null, LineFields.empty(), Lines.Draft.NONE))
                : lines.own(copied.get(), call.caller()).compose(this::copy);
        return shown.compose(filled -> page(call, filled)).map(LinePages::view);
    }

    private Future<Shown> copy(VersionedLine line) {
        return lines.judge(line.line()).map(draft -> new Shown(null, LineFields.of(line.line()), draft));
    }

    private static View view(LinePage page) {
        return View.page(TEMPLATE, Map.of("page", page));
    }

    private Future<LinePage> shown(PageCall call) {
        return lines.own(call.id("id"), call.caller())
                .compose(line ->
                        lines.judge(line.line()).map(draft -> new Shown(line, LineFields.of(line.line()), draft)))
                .compose(shown -> page(call, shown));
    }

    /** The form as it was sent, judged but not kept. */
    private Future<View> check(PageCall call) {
        return Future.succeededFuture()
                .compose(go -> lines.judge(LineFields.command(call.form()), call.caller()))
                .compose(draft -> sent(call, draft))
                .map(LinePages::view)
                .recover(failure -> refused(call, failure));
    }

    private Future<LinePage> sent(PageCall call, Lines.Draft draft) {
        LineFields fields = LineFields.sent(call.form());
        Optional<UUID> id = call.form().inputs().id("lineId");
        return id.isEmpty()
                ? page(call, new Shown(null, fields, draft))
                : lines.own(id.get(), call.caller()).compose(line -> page(call, new Shown(line, fields, draft)));
    }

    private Future<LinePage> page(PageCall call, Shown shown) {
        VersionedLine line = shown.line;
        Future<List<VersionedLine>> history = line == null
                ? Future.succeededFuture(List.of())
                : lines.history(line.line().id());
        UUID provider =
                line == null ? call.caller().organisation() : line.line().providerId();
        return history.compose(
                statements -> catalog.provider(provider).map(found -> page(call, found, shown, statements)));
    }

    private LinePage page(PageCall call, Provider provider, Shown shown, List<VersionedLine> history) {
        String back = call.query("back")
                .or(() -> call.form().optional("back"))
                .map(LocalPath::orHome)
                .orElse("");
        return new LinePage(
                provider,
                List.copyOf(units.kinds()),
                catalog.today(),
                shown.line,
                shown.fields,
                shown.draft.read(),
                FindingView.all(shown.draft.findings(), platform.messages(), call.locale()),
                history,
                back);
    }

    private Future<View> add(PageCall call) {
        return lines.add(LineFields.command(call.form()), call.caller())
                .map(id -> View.seeOther("/scope/lines/" + id).flash("scope.added"));
    }

    private Future<View> change(PageCall call) {
        return lines.change(call.id("id"), LineFields.command(call.form()), version(call.form()), call.caller())
                .map(done -> next(call, "/scope/lines/" + call.id("id")).flash("scope.changed"));
    }

    private Future<View> end(PageCall call) {
        LocalDate last = call.form().inputs().date("last").orElseThrow(() -> Refusal.badInput("/last", "not-null"));
        return lines.end(call.id("id"), last, version(call.form()), call.caller())
                .map(done -> next(call, "/scope").flash("scope.ended"));
    }

    private Future<View> restore(PageCall call) {
        long statement = whole(call.form(), "statement");
        return lines.restore(call.id("id"), statement, version(call.form()), call.caller())
                .map(done -> View.seeOther("/scope/lines/" + call.id("id")).flash("scope.restored"));
    }

    /** Mends what is as it was when the page was shown; the finding itself says what stood there. */
    private Future<View> fix(PageCall call) {
        Form form = call.form();
        Rule rule = form.inputs().constant("rule", Rule.class).orElseThrow(() -> Refusal.badInput("/rule", "not-null"));
        UUID id = call.id("id");
        return lines.own(id, call.caller())
                .compose(line -> lines.fix(id, rule, form.text("before"), line.version(), call.caller()))
                .map(done -> next(call, "/scope/lines/" + id).flash("scope.mended"));
    }

    private static View next(PageCall call, String otherwise) {
        return View.seeOther(call.form().optional("back").map(LocalPath::orHome).orElse(otherwise));
    }

    private Future<View> answer(PageCall call, Supplier<Future<View>> work) {
        return Future.succeededFuture().compose(go -> work.get()).recover(failure -> refused(call, failure));
    }

    private Future<View> refused(PageCall call, Throwable failure) {
        return Future.succeededFuture()
                .compose(go -> sent(call, Lines.Draft.NONE))
                .map(page -> View.refused(failure, TEMPLATE, Map.of("page", page)));
    }

    private static long version(Form form) {
        return whole(form, "version");
    }

    private static long whole(Form form, String field) {
        try {
            return Long.parseLong(form.text(field));
        } catch (NumberFormatException e) {
            throw (Refusal) Refusal.badInput("/" + field, "whole-number", form.text(field))
                    .initCause(e);
        }
    }
}
