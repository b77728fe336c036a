package org.qibroker.catalog.directory;

import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;

/** The list of providers as a page. */
final class DirectoryPages {
    private final Directory directory;

    DirectoryPages(Directory directory) {
        this.directory = directory;
    }

    void mount(PageRouter pages) {
        pages.get("/providers", Access.PUBLIC, this::list);
    }

    private Future<View> list(PageCall call) {
        DirectoryFilter filter = DirectoryFilter.of(call.inputs());
        return directory
                .find(filter, call.page())
                .map(found -> View.page("catalog/providers.jte", Map.of("page", page(filter, found))));
    }

    private static DirectoryPage page(DirectoryFilter filter, Directory.Found found) {
        StringBuilder query = new StringBuilder();
        add(query, "q", Optional.ofNullable(filter.words()));
        for (DirectoryFilter.Choice choice : DirectoryFilter.Choice.values()) {
            add(query, DirectoryPage.field(choice), filter.chosen(choice));
        }
        return new DirectoryPage(filter, found, query.toString());
    }

    private static void add(StringBuilder query, String name, Optional<String> value) {
        value.ifPresent(said ->
                query.append('&').append(name).append('=').append(URLEncoder.encode(said, StandardCharsets.UTF_8)));
    }
}
