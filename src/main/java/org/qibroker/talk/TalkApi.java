package org.qibroker.talk;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qibroker.platform.Platform;
import org.qibroker.platform.files.StoredFiles;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;

/** Messages as JSON. */
final class TalkApi {
    private final Platform platform;
    private final Talk talk;
    private final StoredFiles files;

    TalkApi(Platform platform, Talk talk) {
        this.platform = platform;
        this.talk = talk;
        this.files = new StoredFiles(platform);
    }

    void bind(ApiBinder api) {
        String noun = talk.subject().noun();
        api.bind("list" + noun + "Messages", call -> talk.of(call.id("id"), call.caller())
                .map(all -> ApiReply.ok(Map.of("items", all.messages()))));
        api.bind("send" + noun + "Message", this::send);
        api.bind("get" + noun + "File", call -> talk.file(call.id("id"), call.id("fileId"), call.caller())
                .map(files::reply));
    }

    private Future<ApiReply> send(ApiCall call) {
        UUID id = call.id("id");
        NewMessage message = call.body(NewMessage.class);
        String messages = "/api/v1/" + talk.subject().path() + "/" + id + "/messages";
        return platform.idempotency().once(call, () -> talk.send(id, message, List.of(), call.caller())
                .map(sent -> ApiReply.created(messages, sent)));
    }
}
