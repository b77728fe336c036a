package org.qibroker.platform.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.events.AccessLog;
import org.qibroker.platform.events.AccessLog.Access;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Role;

/**
 * What counts as having seen something, for every operation and page alike. Whoever has signed in and takes a file along –
 * a report, an attachment, a list as CSV or workbook, personal data – leaves a trace; so do coordinators and operators,
 * who may see what is not theirs, whenever they open one record that not everybody may see.
 */
public final class Footprints {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final AccessLog log;

    /** Footprints in a log. */
    public Footprints(AccessLog log) {
        this.log = log;
    }

    /**
     * Where an answer comes from.
     *
     * @param what operation id, or path of the page with its parameters' names
     * @param open whether it answers everybody
     */
    public record Door(String what, boolean open) {}

    /** Leaves the trace of an answer that is about to be given; fails if it must not be. */
    public Future<Void> leave(RoutingContext context, Caller caller, Door door, @Nullable ApiReply file) {
        if (!caller.signedIn()) {
            return Future.succeededFuture();
        }
        if (file != null && file.headers().containsKey("Content-Disposition")) {
            return log.taken(access(context, caller, door));
        }
        if (!door.open() && seesMore(caller) && ofOneRecord(context)) {
            log.seen(access(context, caller, door));
        }
        return Future.succeededFuture();
    }

    private static boolean seesMore(Caller caller) {
        return caller.has(Role.COORDINATOR) || caller.has(Role.ADMIN);
    }

    private static boolean ofOneRecord(RoutingContext context) {
        return context.request().method().equals(HttpMethod.GET)
                && !context.pathParams().isEmpty();
    }

    private static Access access(RoutingContext context, Caller caller, Door door) {
        return new Access(
                caller, door.what(), context.request().path(), subject(context).orElse(null));
    }

    private static Optional<UUID> subject(RoutingContext context) {
        return Optional.ofNullable(context.pathParam("id"))
                .filter(id -> UUID_FORM.matcher(id).matches())
                .map(UUID::fromString);
    }
}
