package org.qibroker.platform.files;

import io.vertx.core.Future;
import java.util.Locale;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.shared.Refusal;

/** Takes files over HTTP before what they belong to, and gives an organisation its own back. */
public final class FileApi {
    private static final String BYTES = "application/octet-stream";

    private final StoredFiles files;

    /** In front of the files of the platform. */
    public FileApi(Platform platform) {
        this.files = new StoredFiles(platform);
    }

    /** Binds the operations. */
    public void bind(ApiBinder api) {
        api.bind("createFile", this::create);
        api.bind("getFile", call -> files.own(call.id("id"), call.caller()).map(ApiReply::ok));
        api.bind("getFileContent", call -> files.own(call.id("id"), call.caller())
                .map(files::reply));
    }

    private Future<ApiReply> create(ApiCall call) {
        String said = call.header("Content-Type").orElse(BYTES);
        if (!said.toLowerCase(Locale.ROOT).startsWith(BYTES)) {
            throw new Refusal(Refusal.Kind.UNSUPPORTED_TYPE, "unsupported-type", said, BYTES);
        }
        Incoming file = Incoming.of(call.query("name").orElse(null), call.upload());
        return files.keep(file, call.caller()).map(kept -> ApiReply.created("/api/v1/files/" + kept.id(), kept));
    }
}
