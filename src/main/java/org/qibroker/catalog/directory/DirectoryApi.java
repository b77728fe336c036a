package org.qibroker.catalog.directory;

import io.vertx.core.Future;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.providers.ProviderView;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.Inputs;
import org.qibroker.shared.Mark;

/** The list of providers and of known marks as JSON. */
final class DirectoryApi {
    private final Directory directory;

    DirectoryApi(Directory directory) {
        this.directory = directory;
    }

    void bind(ApiBinder api) {
        api.bind("listProviders", this::list);
        api.bind(
                "listMarks",
                call -> Future.succeededFuture(ApiReply.ok(Map.of(
                        "items", Arrays.stream(Mark.values()).map(MarkView::of).toList()))));
    }

    private Future<ApiReply> list(ApiCall call) {
        DirectoryFilter filter = DirectoryFilter.of(new Inputs(call::query));
        return directory.find(filter, call.page()).map(found -> ApiReply.ok(ListView.of(found)));
    }

    private record ListView(
            List<ProviderView> items,
            @Nullable String nextCursor,
            int total,
            Map<String, List<Directory.Count>> facets) {
        static ListView of(Directory.Found found) {
            Map<String, List<Directory.Count>> facets = new HashMap<>();
            found.facets().forEach((choice, counts) -> facets.put(choice.name().toLowerCase(Locale.ROOT), counts));
            return new ListView(
                    found.items().stream()
                            .map(entry -> ProviderView.of(entry.provider()))
                            .toList(),
                    found.next(),
                    found.total(),
                    facets);
        }
    }

    private record MarkView(String mark, String nameZh, String nameEn, List<String> alsoKnownAs) {
        static MarkView of(Mark mark) {
            return new MarkView(mark.text(), mark.name(Locale.CHINESE), mark.name(Locale.ENGLISH), mark.alsoKnownAs());
        }
    }
}
