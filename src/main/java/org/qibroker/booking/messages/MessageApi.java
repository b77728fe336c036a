package org.qibroker.booking.messages;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qibroker.platform.Platform;
import org.qibroker.platform.files.StoredFiles;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;

/** Messages of bookings as JSON. */
public final class MessageApi {
    private final Platform platform;
    private final Messages messages;
    private final StoredFiles files;

    /** In front of the façade. */
    public MessageApi(Platform platform, Messages messages) {
        this.platform = platform;
        this.messages = messages;
        this.files = new StoredFiles(platform);
    }

    /** Binds the operations. */
    public void bind(ApiBinder api) {
        api.bind("listBookingMessages", call -> messages.of(call.id("id"), call.caller())
                .map(all -> ApiReply.ok(Map.of("items", all))));
        api.bind("sendBookingMessage", this::send);
        api.bind("getBookingFile", call -> messages.file(call.id("id"), call.id("fileId"), call.caller())
                .map(files::reply));
    }

    private Future<ApiReply> send(ApiCall call) {
        UUID booking = call.id("id");
        NewMessage message = call.body(NewMessage.class);
        return platform.idempotency().once(call, () -> messages.send(booking, message, List.of(), call.caller())
                .map(sent -> ApiReply.created("/api/v1/bookings/" + booking + "/messages", sent)));
    }
}
