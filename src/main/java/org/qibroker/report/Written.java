package org.qibroker.report;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.files.Incoming;
import org.qibroker.report.conformity.Statement;

/**
 * What the laboratory writes for a report.
 *
 * @param fileId a file stored before, or the one it has already; absent for none
 * @param sent a file that comes with it and takes the place of the other
 */
public record Written(Statement statement, @Nullable UUID fileId, @Nullable Incoming sent) {
    /** The same with another statement. */
    Written saying(Statement other) {
        return new Written(other, fileId, sent);
    }
}
