package org.qibroker.notify;

import io.vertx.core.Future;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.Messages;

/** Notices as JSON. */
final class NoticeApi {
    private final Notices notices;
    private final Messages messages;

    NoticeApi(Notices notices, Messages messages) {
        this.notices = notices;
        this.messages = messages;
    }

    void bind(ApiBinder api) {
        api.bind("listNotices", this::list);
        api.bind("markNoticesRead", call -> notices.read(call.body(Read.class).upTo(), call.caller())
                .map(done -> ApiReply.noContent()));
    }

    private Future<ApiReply> list(ApiCall call) {
        return notices.list(call.page(), call.caller())
                .map(shown -> ApiReply.ok(new NoticePage(
                        shown.items().stream()
                                .map(each -> view(each, call.locale()))
                                .toList(),
                        shown.nextCursor(),
                        shown.unread())));
    }

    private NoticeView view(Notices.Each each, Locale locale) {
        Notice notice = each.notice();
        return new NoticeView(
                notice.id(),
                notice.type(),
                notice.kind(),
                notice.subjectId(),
                messages.text(locale, "notify.event." + notice.type(), notice.about()),
                notice.detail(),
                notice.at(),
                each.unread());
    }

    private record Read(@NotNull UUID upTo) {}

    private record NoticePage(List<NoticeView> items, @Nullable String nextCursor, int unread) {}

    private record NoticeView(
            UUID id,
            String type,
            String kind,
            UUID subjectId,
            String message,
            @Nullable String detail,
            Instant at,
            boolean unread) {}
}
