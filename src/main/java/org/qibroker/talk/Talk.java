package org.qibroker.talk;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import org.qibroker.platform.Platform;
import org.qibroker.platform.files.Incoming;
import org.qibroker.platform.files.StoredFile;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;
import org.qibroker.talk.Writing.About;

/** What is written about all things of a kind by whom its door lets in; for all others each fails NOT_FOUND. */
public final class Talk {
    private static final int EXCERPT = 200;

    private final Platform platform;
    private final Subject subject;
    private final Door door;
    private final Writing writing;

    /** Talk behind the door. */
    public Talk(Platform platform, Subject subject, Door door) {
        this.platform = platform;
        this.subject = subject;
        this.door = door;
        this.writing = new Writing(platform);
    }

    Subject subject() {
        return subject;
    }

    /** What one reader sees of a thing's messages. */
    public Future<Conversation> of(UUID id, Caller caller) {
        return door.enter(id, caller).compose(seat -> platform.database()
                .read(client -> writing.of(client, subject, id))
                .map(all -> new Conversation(subject, id, seat.part(), all)));
    }

    /** Writes a message, and tells the others. Fails as {@link Writing#write} does. */
    public Future<Message> send(UUID id, NewMessage message, List<Incoming> along, Caller caller) {
        return door.enter(id, caller).compose(seat -> platform.database()
                .transaction(tx -> writing.write(tx, new About(subject, id, seat.part()), message, along, caller)
                        .compose(sent -> seat.bell().ring(tx, excerpt(sent)).map(sent))));
    }

    private static String excerpt(Message sent) {
        String text = sent.text();
        return text.isEmpty() ? sent.files().get(0).name() : text.substring(0, Math.min(EXCERPT, text.length()));
    }

    /** A file that came with a message about the thing. */
    public Future<StoredFile> file(UUID id, UUID file, Caller caller) {
        return of(id, caller).map(talk -> talk.messages().stream()
                .flatMap(message -> message.files().stream())
                .filter(one -> one.id().equals(file))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("file")));
    }

    /** Binds the operations of these messages. */
    public void bind(ApiBinder api) {
        new TalkApi(platform, this).bind(api);
    }

    /** Mounts where messages are sent to and files are got from. */
    public void mount(PageRouter pages) {
        new TalkPages(platform, this).mount(pages);
    }
}
