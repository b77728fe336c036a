package org.qibroker.project;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisation;
import org.qibroker.account.Organisations;
import org.qibroker.gap.GapView;
import org.qibroker.gap.Gaps;
import org.qibroker.gap.invitation.Invitation;
import org.qibroker.gap.invitation.Invitations;
import org.qibroker.gap.wish.Wish;
import org.qibroker.matching.answer.GapType;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** The list of projects, and the page on which one is written. */
final class ProjectPages {
    private static final Access COORDINATOR = Access.of(Role.COORDINATOR);
    private static final String FORM = "project/form.jte";
    private static final String PARTICIPANT = "part-";

    private final Projects projects;
    private final Gaps gaps;
    private final Invitations invitations;
    private final Organisations organisations;

    ProjectPages(Projects projects, Gaps gaps, Invitations invitations, Organisations organisations) {
        this.projects = projects;
        this.gaps = gaps;
        this.invitations = invitations;
        this.organisations = organisations;
    }

    void mount(PageRouter pages) {
        pages.get("/projects", COORDINATOR, this::list);
        pages.get("/projects/new", COORDINATOR, call -> fresh(call).map(form -> page(form)));
        pages.post("/projects", COORDINATOR, this::open);
        pages.get("/projects/:id", COORDINATOR, call -> kept(call).map(form -> page(form)));
        pages.post("/projects/:id", COORDINATOR, this::rewrite);
    }

    private Future<View> list(PageCall call) {
        return projects.list(null, call.page(), call.caller())
                .map(page -> View.page(
                        "project/list.jte",
                        Map.of("projects", page.items(), "next", Optional.ofNullable(page.nextCursor()))));
    }

    private static View page(ProjectForm form) {
        return View.page(FORM, Map.of("form", form));
    }

    private Future<ProjectForm> fresh(PageCall call) {
        UUID gap = call.inputs().id("gap").orElseThrow(() -> Refusal.notFound("gap"));
        return gaps.get(gap, call.caller())
                .compose(view -> candidates(view, List.of(), call.caller()).map(found -> ProjectForm.of(view, found)));
    }

    private Future<ProjectForm> kept(PageCall call) {
        return projects.get(call.id("id"), call.caller())
                .compose(project -> gaps.byWishes(Set.of(project.gapId()), call.caller())
                        .compose(found -> kept(project, found.get(project.gapId()), call.caller())));
    }

    private Future<ProjectForm> kept(Project project, @Nullable GapView view, Caller caller) {
        return candidates(view, project.participants(), caller).map(found -> ProjectForm.of(project, view, found));
    }

    /** Who takes part, who wishes, and who was asked, by name. */
    private Future<List<Organisation>> candidates(
            @Nullable GapView view, List<Participant> participants, Caller caller) {
        Set<UUID> ids = new HashSet<>();
        participants.forEach(one -> ids.add(one.organisationId()));
        Future<List<Invitation>> invited =
                view == null ? Future.succeededFuture(List.of()) : invitations.of(view.gap(), caller);
        return invited.compose(asked -> {
                    asked.forEach(one -> ids.add(one.providerId()));
                    Optional.ofNullable(view).stream()
                            .flatMap(seen -> seen.wishes().stream())
                            .map(Wish::enterpriseId)
                            .forEach(ids::add);
                    return organisations.byIds(ids);
                })
                .map(found -> found.values().stream()
                        .sorted(Comparator.comparing(Organisation::nameZh))
                        .toList());
    }

    private Future<View> open(PageCall call) {
        UUID gap = call.form().inputs().id("gap").orElseThrow(() -> Refusal.notFound("gap"));
        return draft(call.form())
                .compose(draft -> projects.open(gap, draft, call.caller()))
                .map(made -> View.seeOther("/projects/" + made.id()).flash("project.flash.opened"))
                .recover(failure -> gaps.get(gap, call.caller())
                        .compose(view -> candidates(view, List.of(), call.caller())
                                .map(found -> refused(failure, ProjectForm.of(view, found)))));
    }

    private Future<View> rewrite(PageCall call) {
        long version = call.form().inputs().integer("version").orElseThrow(Refusal::stale);
        return draft(call.form())
                .compose(draft -> projects.rewrite(call.id("id"), version, draft, call.caller()))
                .map(made -> View.seeOther("/projects/" + made.id()).flash("project.flash.saved"))
                .recover(failure -> kept(call).map(form -> refused(failure, form)));
    }

    private static View refused(Throwable failure, ProjectForm form) {
        return View.refused(failure, FORM, Map.of("form", form));
    }

    /** What the form says; one more participant is named by its unified social credit code. */
    private Future<ProjectDraft> draft(Form form) {
        List<Participant> participants = new ArrayList<>();
        try {
            for (String name : form.names()) {
                if (name.startsWith(PARTICIPANT)) {
                    participant(form, name).ifPresent(participants::add);
                }
            }
            Optional<String> uscc = form.optional("uscc");
            return uscc.isEmpty()
                    ? Future.succeededFuture(draft(form, participants))
                    : organisations.byUscc(uscc.orElseThrow()).map(found -> {
                        participants.add(new Participant(
                                found.map(Organisation::id)
                                        .orElseThrow(() -> Refusal.badInput(
                                                "/uscc", "project-participant-unknown", uscc.orElseThrow())),
                                Part.MEMBER));
                        return draft(form, participants);
                    });
        } catch (Refusal malformed) {
            return Future.failedFuture(malformed);
        }
    }

    private static Optional<Participant> participant(Form form, String name) {
        Optional<Part> part = form.inputs().constant(name, Part.class);
        try {
            UUID id = UUID.fromString(name.substring(PARTICIPANT.length()));
            return part.map(said -> new Participant(id, said));
        } catch (IllegalArgumentException e) {
            throw (Refusal) Refusal.badInput("/participants", "id", name).initCause(e);
        }
    }

    private static ProjectDraft draft(Form form, List<Participant> participants) {
        return Validation.valid(new ProjectDraft(
                form.text("name"),
                form.inputs().constant("type", GapType.class).orElseThrow(() -> Refusal.badInput("/type", "not-null")),
                form.inputs()
                        .constant("category", ProjectCategory.class)
                        .orElseThrow(() -> Refusal.badInput("/category", "not-null")),
                participants));
    }
}
