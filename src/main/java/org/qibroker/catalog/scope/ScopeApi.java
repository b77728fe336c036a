package org.qibroker.catalog.scope;

import io.vertx.core.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.CapabilityView;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.lint.Rule;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;

/** Answers to changes of single lines. */
final class ScopeApi {
    private final Catalog catalog;
    private final Lines lines;

    ScopeApi(Catalog catalog, Lines lines) {
        this.catalog = catalog;
        this.lines = lines;
    }

    /** The last day of a line. */
    record End(@NotNull LocalDate last) {}

    /** Which finding is to be mended. */
    record Mend(@NotNull Rule rule, @Nullable @Size(max = 4000) String before) {}

    void bind(ApiBinder api) {
        api.bind("createCapability", this::create);
        api.bind("updateCapability", this::update);
        api.bind("endCapability", this::end);
        api.bind("mendCapability", this::mend);
    }

    private Future<ApiReply> create(ApiCall call) {
        LineCommand command = call.body(LineCommand.class);
        return lines.add(command, call.caller())
                .compose(this::view)
                .map(shown -> ApiReply.created("/api/v1/capabilities/" + shown.view.id(), shown.view, shown.version));
    }

    private Future<ApiReply> update(ApiCall call) {
        UUID id = call.id("id");
        LineCommand command = call.body(LineCommand.class);
        return lines.change(id, command, call.ifMatch(), call.caller()).compose(done -> answer(id));
    }

    private Future<ApiReply> end(ApiCall call) {
        UUID id = call.id("id");
        LocalDate last = call.body(End.class).last();
        return lines.end(id, last, call.ifMatch(), call.caller()).map(done -> ApiReply.noContent());
    }

    private Future<ApiReply> mend(ApiCall call) {
        UUID id = call.id("id");
        Mend mend = call.body(Mend.class);
        String before = Objects.requireNonNullElse(mend.before, "");
        return lines.fix(id, mend.rule, before, call.ifMatch(), call.caller()).compose(done -> answer(id));
    }

    private record Shown(CapabilityView view, long version) {}

    private Future<ApiReply> answer(UUID id) {
        return view(id).map(shown -> ApiReply.ok(shown.view, shown.version));
    }

    private Future<Shown> view(UUID id) {
        return catalog.capability(id)
                .compose(line -> catalog.provider(line.providerId()).compose(provider -> lines.line(id)
                        .map(now -> new Shown(CapabilityView.of(line, provider), now.version()))));
    }
}
