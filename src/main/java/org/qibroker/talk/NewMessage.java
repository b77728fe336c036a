package org.qibroker.talk;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.files.Incoming;
import org.qibroker.shared.Refusal;

/**
 * Asks for something to be written.
 *
 * @param fileIds files of the author's organisation that are not attached yet
 */
public record NewMessage(
        @Nullable @Size(max = 4000) String text,
        @Nullable @Size(max = NewMessage.MOST_FILES) List<@NotNull UUID> fileIds) {
    /** How many files come with a message at most. */
    public static final int MOST_FILES = 10;

    String said() {
        return Objects.requireNonNullElse(text, "").strip();
    }

    List<UUID> files() {
        return fileIds == null ? List.of() : fileIds;
    }

    /** Refuses what says nothing, or has too many files, with those that come along. */
    void check(List<Incoming> along) {
        int count = files().size() + along.size();
        if (said().isEmpty() && count == 0) {
            throw Refusal.badInput("/text", "not-blank");
        }
        if (count > MOST_FILES) {
            throw Refusal.badInput("/file", "too-many-files", MOST_FILES);
        }
    }
}
