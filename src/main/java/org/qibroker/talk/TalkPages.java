package org.qibroker.talk;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import org.qibroker.platform.Platform;
import org.qibroker.platform.files.Incoming;
import org.qibroker.platform.files.StoredFiles;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Refusal;

/** Where messages of a page are sent to, and files of them are got from. */
final class TalkPages {
    private final Talk talk;
    private final StoredFiles files;

    TalkPages(Platform platform, Talk talk) {
        this.talk = talk;
        this.files = new StoredFiles(platform);
    }

    void mount(PageRouter pages) {
        String thing = "/" + talk.subject().path() + "/:id";
        pages.upload(thing + "/messages", Access.SIGNED_IN, this::send);
        pages.get(thing + "/files/:fileId", Access.SIGNED_IN, this::file);
    }

    private Future<View> send(PageCall call) {
        return talk.of(call.id("id"), call.caller()).compose(found -> sent(call)
                .map(sent -> View.seeOther(found.page() + "#messages").flash("talk.sent"))
                .recover(failure -> Future.succeededFuture(View.refused(
                        failure,
                        "talk/again.jte",
                        Map.of("talk", found, "text", call.form().text("text"))))));
    }

    private Future<Message> sent(PageCall call) {
        try {
            NewMessage message =
                    Validation.valid(new NewMessage(call.form().optional("text").orElse(null), null));
            List<Incoming> along =
                    call.uploads("file").stream().map(Incoming::of).toList();
            return talk.send(call.id("id"), message, along, call.caller());
        } catch (Refusal malformed) {
            return Future.failedFuture(malformed);
        }
    }

    private Future<View> file(PageCall call) {
        return talk.file(call.id("id"), call.id("fileId"), call.caller()).map(file -> View.file(files.reply(file)));
    }
}
