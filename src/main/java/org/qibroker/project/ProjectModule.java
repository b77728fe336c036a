package org.qibroker.project;

import org.qibroker.account.Organisations;
import org.qibroker.gap.GapModule;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires projects. */
public final class ProjectModule {
    private final ProjectApi api;
    private final ProjectPages pages;

    /** Projects to close these gaps. */
    public ProjectModule(Platform platform, GapModule gap, Organisations organisations) {
        Projects projects = new Projects(platform, gap.gaps(), organisations);
        this.api = new ProjectApi(projects, platform.idempotency());
        this.pages = new ProjectPages(projects, gap.gaps(), gap.invitations(), organisations);
    }

    /** Binds openProject, listProjects, getProject and updateProject. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
    }

    /** Mounts the list, and the page on which a project is written. */
    public void mount(PageRouter router) {
        pages.mount(router);
    }
}
