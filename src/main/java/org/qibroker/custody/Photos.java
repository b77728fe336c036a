package org.qibroker.custody;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.files.FileType;
import org.qibroker.platform.files.Incoming;
import org.qibroker.platform.files.StoredFile;
import org.qibroker.platform.files.StoredFiles;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;

/** Photos of samples, taken when they change hands. */
final class Photos {
    private static final Set<FileType> PICTURES = EnumSet.of(FileType.JPEG, FileType.PNG, FileType.WEBP);

    private final StoredFiles files;

    Photos(StoredFiles files) {
        this.files = files;
    }

    /**
     * Keeps the photo of a step, if it has one.
     *
     * @param sent a picture that comes with the step, in place of one stored before
     * @return its id; fails with BAD_INPUT at {@code /photoId} if the one stored before is no picture of the caller's
     */
    Future<Optional<UUID>> keep(SqlConnection tx, CustodyStep step, @Nullable Incoming sent, Caller caller) {
        UUID stored = step.photoId();
        if (sent != null) {
            return files.store(tx, new Incoming(sent.name(), sent.size(), sent.source(), PICTURES), caller)
                    .map(photo -> Optional.of(photo.id()));
        }
        return stored == null
                ? Future.succeededFuture(Optional.empty())
                : files.attach(tx, List.of(stored), PICTURES, caller)
                        .recover(Photos::atPhotoId)
                        .map(attached -> Optional.of(stored));
    }

    private static <T> Future<T> atPhotoId(Throwable failure) {
        return Future.failedFuture(
                failure instanceof Refusal ? Refusal.badInput("/photoId", "file-not-loose") : failure);
    }

    /** A photo of one of the steps; NOT_FOUND if it belongs to none of them. */
    Future<StoredFile> find(SqlClient client, UUID photo, List<CustodyEvent> chain) {
        Future<Optional<StoredFile>> found = chain.stream().anyMatch(event -> photo.equals(event.photoId()))
                ? files.find(client, photo)
                : Future.succeededFuture(Optional.empty());
        return found.map(file -> file.orElseThrow(() -> Refusal.notFound("photo")));
    }
}
