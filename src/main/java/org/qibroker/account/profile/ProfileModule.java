package org.qibroker.account.profile;

import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires what organisations say of themselves. */
public final class ProfileModule {
    private final Profiles profiles;

    /** Profiles of organisations, with the industries that are in {@code config/} now. */
    public ProfileModule(Platform platform) {
        this.profiles = new Profiles(platform, Industries.load());
    }

    /** Profiles. */
    public Profiles profiles() {
        return profiles;
    }

    /** Binds listIndustries, getOrganisationProfile and setOrganisationProfile. */
    public void bind(ApiBinder api) {
        new ProfileApi(profiles).bind(api);
    }

    /** Mounts the page of one's own organisation. */
    public void mount(PageRouter pages) {
        new ProfilePages(profiles).mount(pages);
    }
}
