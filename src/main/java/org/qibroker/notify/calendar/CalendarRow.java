package org.qibroker.notify.calendar;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A calendar that somebody has or can have.
 *
 * @param resourceId whose it is, absent for all of the organisation
 * @param feedId absent until it is made
 * @param url its secret address
 */
public record CalendarRow(
        @Nullable UUID resourceId, @Nullable String name, @Nullable UUID feedId, @Nullable String url) {}
