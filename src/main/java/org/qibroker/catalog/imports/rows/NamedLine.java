package org.qibroker.catalog.imports.rows;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;

/**
 * What can be told of the line that a rejected row is about: as much of its identity as could be read, the rest absent.
 *
 * @param row the place of the row
 */
public record NamedLine(
        int row,
        @Nullable UUID site,
        @Nullable Family family,
        @Nullable ServiceKind kind,
        @Nullable String subject,
        @Nullable String parameter,
        @Nullable String range) {

    /** Whether that is enough to find lines by: what is served, or what is measured over which range. */
    public boolean known() {
        return subject != null || (parameter != null && range != null);
    }
}
