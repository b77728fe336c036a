package org.qibroker.catalog.providers;

import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisation;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.LineSummary;
import org.qibroker.catalog.Place;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.ScopeIndex;
import org.qibroker.catalog.directory.Directory;
import org.qibroker.platform.http.Cursor;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Role;

/** The public page of a provider. */
final class ProviderPages {
    private static final int LINES = 30;

    private final Catalog catalog;
    private final ScopeIndex index;
    private final Directory directory;

    ProviderPages(Catalog catalog, ScopeIndex index, Directory directory) {
        this.catalog = catalog;
        this.index = index;
        this.directory = directory;
    }

    void mount(PageRouter pages) {
        pages.get("/providers/:id", Access.PUBLIC, this::provider);
    }

    private Future<View> provider(PageCall call) {
        return shown(call, call.id("id"), TypedForm.NONE)
                .map(page -> View.page("catalog/provider.jte", Map.of("page", page)));
    }

    /** The page of a provider as it stands, with what was typed into one of its forms. */
    Future<ProviderPage> shown(PageCall call, UUID id, TypedForm typed) {
        return catalog.provider(id).compose(provider -> Future.all(catalog.organisation(id), directory.glance(id))
                .map(both -> page(call, new Known(provider, both.resultAt(0), both.resultAt(1)), typed)));
    }

    private record Known(Provider provider, Organisation organisation, Directory.Glance glance) {}

    private ProviderPage page(PageCall call, Known known, TypedForm typed) {
        Provider provider = known.provider();
        String words = call.query("q").orElse("");
        String cursor = call.page().cursor();
        List<Capability> lines = lines(provider.id(), words);
        int from = Math.min(Place.number(cursor, 0), lines.size());
        int to = Math.min(lines.size(), from + LINES);
        List<LineSummary> shown = lines.subList(from, to).stream()
                .map(line -> LineSummary.of(line, index.view().provider(provider.id()), catalog.today()))
                .toList();
        return new ProviderPage(
                provider,
                known.organisation(),
                known.glance(),
                call.caller().has(Role.PROVIDER) && Catalog.mayChange(provider.id(), call.caller()),
                call.caller().coordinates(known.organisation().district()),
                catalog.today(),
                words,
                shown,
                lines.size(),
                more(provider.id(), words, to < lines.size() ? Cursor.of(to) : null),
                typed);
    }

    private List<Capability> lines(UUID provider, String words) {
        List<Capability> held = index.view().linesOf(provider).stream()
                .filter(line -> line.validOn(catalog.today()))
                .toList();
        if (words.isEmpty()) {
            return held;
        }
        Set<UUID> hits = new LinkedHashSet<>(index.find(words));
        return held.stream().filter(line -> hits.contains(line.id())).toList();
    }

    private static @Nullable String more(UUID provider, String words, @Nullable String cursor) {
        return cursor == null ? null : "/providers/" + provider + "?cursor=" + cursor + query(words);
    }

    private static String query(String words) {
        return words.isEmpty() ? "" : "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
