package org.qibroker.account.profile;

import io.vertx.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation says of itself.
 *
 * @param industry code of its industry
 * @param version 0 before anything was said
 */
public record Profile(@Nullable String industry, @Nullable EnterpriseSize size, long version) {
    static final Profile NONE = new Profile(null, null, 0);

    static Profile of(Row row) {
        String size = row.getString("size");
        return new Profile(
                row.getString("industry"), size == null ? null : EnterpriseSize.valueOf(size), row.getLong("version"));
    }
}
