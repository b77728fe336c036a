package org.qibroker.booking.messages;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for something to be written about a booking.
 *
 * @param fileIds files of the author's organisation that are not attached yet
 */
public record NewMessage(
        @Nullable @Size(max = 4000) String text, @Nullable @Size(max = 5) List<@NotNull UUID> fileIds) {

    String said() {
        return Objects.requireNonNullElse(text, "").strip();
    }

    List<UUID> files() {
        return fileIds == null ? List.of() : fileIds;
    }
}
