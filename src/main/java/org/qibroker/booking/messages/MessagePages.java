package org.qibroker.booking.messages;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qibroker.booking.Actor;
import org.qibroker.booking.Booking;
import org.qibroker.booking.Bookings;
import org.qibroker.booking.pages.BookingSection;
import org.qibroker.platform.Platform;
import org.qibroker.platform.files.Incoming;
import org.qibroker.platform.files.StoredFiles;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Fragment;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;

/** The messages on the page of their booking. */
public final class MessagePages implements BookingSection {
    private static final String TEMPLATE = "booking/messages.jte";

    private final Messages messages;
    private final StoredFiles files;

    /** In front of the façade. */
    public MessagePages(Platform platform, Messages messages) {
        this.messages = messages;
        this.files = new StoredFiles(platform);
    }

    /** Mounts where messages are sent to and files are got from. */
    public void mount(PageRouter pages) {
        pages.upload("/bookings/:id/messages", Access.SIGNED_IN, this::send);
        pages.get("/bookings/:id/files/:fileId", Access.SIGNED_IN, this::file);
    }

    @Override
    public Future<Optional<Fragment>> of(Booking booking, Caller reader) {
        Actor part = Bookings.part(booking, reader).orElseThrow();
        return messages.of(booking.id(), reader)
                .map(all -> Optional.of(new Fragment(TEMPLATE, params(booking.id(), part, all))));
    }

    private static Map<String, Object> params(UUID booking, Actor part, List<Message> all) {
        return Map.of("booking", booking, "part", part, "messages", all);
    }

    private Future<View> send(PageCall call) {
        UUID booking = call.id("id");
        return sent(call, booking)
                .map(sent -> View.seeOther("/bookings/" + booking + "#messages").flash("booking.messages.sent"))
                .recover(failure -> messages.of(booking, call.caller())
                        .map(all -> View.refused(
                                failure,
                                "booking/message.jte",
                                Map.of("booking", booking, "text", call.form().text("text")))));
    }

    private Future<Message> sent(PageCall call, UUID booking) {
        try {
            NewMessage message =
                    Validation.valid(new NewMessage(call.form().optional("text").orElse(null), null));
            List<Incoming> incoming =
                    call.uploads("file").stream().map(Incoming::of).toList();
            return messages.send(booking, message, incoming, call.caller());
        } catch (Refusal malformed) {
            return Future.failedFuture(malformed);
        }
    }

    private Future<View> file(PageCall call) {
        return messages.file(call.id("id"), call.id("fileId"), call.caller()).map(file -> View.file(files.reply(file)));
    }
}
