package org.qibroker.project;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisations;
import org.qibroker.gap.GapView;
import org.qibroker.gap.Gaps;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.platform.http.TimeCursor;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Pseudonym;
import org.qibroker.shared.Refusal;

/** Drafts of quality-tackling projects; coordinators of a district see those of their own organisation, the city all. */
public final class Projects {
    private static final String KIND = "project";

    private final Platform platform;
    private final Gaps gaps;
    private final Organisations organisations;

    Projects(Platform platform, Gaps gaps, Organisations organisations) {
        this.platform = platform;
        this.gaps = gaps;
        this.organisations = organisations;
    }

    /**
     * Opens a project to close a gap. Fails BAD_INPUT if there is no such gap to see, or at a participant that there is
     * not, that is there twice, or that is a second lead.
     */
    public Future<Project> open(UUID gap, ProjectDraft draft, Caller caller) {
        return gaps.byWishes(Set.of(gap), caller)
                .compose(found -> checked(draft).map(done -> project(found.get(gap), draft, caller)))
                .compose(project -> platform.database()
                        .transaction(tx -> ProjectRepository.insert(tx, project, Pseudonym.of(caller))
                                .compose(done -> log(tx, project, "project-opened", caller))
                                .map(project)));
    }

    private Project project(@Nullable GapView gap, ProjectDraft draft, Caller caller) {
        if (gap == null) {
            throw Refusal.badInput("/gapId", "project-gap-unknown");
        }
        Instant now = platform.clock().instant().truncatedTo(ChronoUnit.MICROS);
        return new Project(
                platform.ids().next(),
                gap.gap().id(),
                draft.name(),
                draft.type(),
                draft.category(),
                draft.participants(),
                caller.organisation(),
                caller.name(),
                now,
                1);
    }

    private Future<Void> checked(ProjectDraft draft) {
        Set<UUID> named =
                draft.participants().stream().map(Participant::organisationId).collect(Collectors.toSet());
        return organisations.byIds(named).map(known -> {
            ProjectRules.check(draft, known.keySet());
            return null;
        });
    }

    /** Rewrites a draft seen at a version. Fails NOT_FOUND or STALE, and as opening does. */
    public Future<Project> rewrite(UUID id, long version, ProjectDraft draft, Caller caller) {
        return get(id, caller).compose(found -> checked(draft).compose(done -> {
            if (found.version() != version) {
                throw Refusal.stale();
            }
            Project after = found.rewritten(draft);
            return platform.database().transaction(tx -> write(tx, after, caller));
        }));
    }

    private Future<Project> write(SqlConnection tx, Project after, Caller caller) {
        return ProjectRepository.update(tx, after).compose(written -> {
            if (!written) {
                throw Refusal.stale();
            }
            return log(tx, after, "project-rewritten", caller).map(after);
        });
    }

    /** One project; fails NOT_FOUND if it is not the caller's to see. */
    public Future<Project> get(UUID id, Caller caller) {
        return platform.database()
                .read(client -> ProjectRepository.find(client, id))
                .map(found -> found.filter(
                                project -> caller.district() == null || caller.belongsTo(project.coordinatorId()))
                        .orElseThrow(() -> Refusal.notFound("project")));
    }

    /** The projects that the caller may see, of one gap if it is given; the newest first. */
    public Future<Page<Project>> list(@Nullable UUID gap, PageRequest page, Caller caller) {
        UUID only = caller.district() == null ? null : caller.organisation();
        ProjectRepository.Wanted wanted =
                new ProjectRepository.Wanted(only, gap, TimeCursor.of(page), page.limit() + 1);
        return platform.database()
                .read(client -> ProjectRepository.list(client, wanted))
                .map(rows -> TimeCursor.page(rows, page, one -> new TimeCursor(one.openedAt(), one.id())));
    }

    private Future<Void> log(SqlConnection tx, Project project, String type, Caller caller) {
        Map<String, Object> data = Map.of(
                "gapId", project.gapId(),
                "name", project.name(),
                "type", project.type(),
                "category", project.category(),
                "participants", project.participants());
        Change change = new Change(KIND, project.id(), type, caller, Set.of(project.coordinatorId()), data);
        return platform.events().append(tx, change).mapEmpty();
    }
}
