package org.qibroker.project;

import io.vertx.core.Future;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.answer.GapType;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.Idempotency;
import org.qibroker.shared.Refusal;

/** Projects over the API. */
final class ProjectApi {
    private final Projects projects;
    private final Idempotency idempotency;

    ProjectApi(Projects projects, Idempotency idempotency) {
        this.projects = projects;
        this.idempotency = idempotency;
    }

    void bind(ApiBinder api) {
        api.bind("openProject", this::open);
        api.bind("listProjects", call -> projects.list(gap(call), call.page(), call.caller())
                .map(ApiReply::ok));
        api.bind(
                "getProject", call -> projects.get(call.id("id"), call.caller()).map(ProjectApi::reply));
        api.bind("updateProject", this::update);
    }

    private static @Nullable UUID gap(ApiCall call) {
        try {
            return call.query("gapId").map(UUID::fromString).orElse(null);
        } catch (IllegalArgumentException e) {
            throw (Refusal) Refusal.badInput("/gapId", "id", call.query("gapId").orElse(""))
                    .initCause(e);
        }
    }

    private Future<ApiReply> open(ApiCall call) {
        Opening opening = call.body(Opening.class);
        return idempotency.once(call, () -> projects.open(opening.gapId(), opening.draft(), call.caller())
                .map(made -> ApiReply.created("/api/v1/projects/" + made.id(), made, made.version())));
    }

    private Future<ApiReply> update(ApiCall call) {
        long seen = call.ifMatch();
        ProjectDraft draft = call.body(ProjectDraft.class);
        return projects.rewrite(call.id("id"), seen, draft, call.caller()).map(ProjectApi::reply);
    }

    private static ApiReply reply(Project project) {
        return ApiReply.ok(project, project.version());
    }

    private record Opening(
            @NotNull UUID gapId,
            @NotBlank @Size(max = 200) String name,
            @NotNull GapType type,
            @NotNull ProjectCategory category,
            @Nullable @Size(max = 50) List<@NotNull @Valid Participant> participants) {
        ProjectDraft draft() {
            return new ProjectDraft(name, type, category, participants == null ? List.of() : participants);
        }
    }
}
