package org.qibroker.demand;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;

/** The demands of all enterprises; each method shows and changes only what the caller may see. */
public final class Demands {
    Demands() {}

    /** Writes a draft for the caller's organisation. */
    public Future<Demand> create(DemandDraft draft, Caller caller) {
        return Future.failedFuture("not yet: " + draft + caller);
    }

    /** One demand: the caller's own, or for a coordinator any that was submitted; else fails NOT_FOUND. */
    public Future<Demand> get(UUID id, Caller caller) {
        return Future.failedFuture("not yet: " + id + caller);
    }

    /** The caller's own demands, or for a coordinator all that were submitted; the newest first. */
    public Future<Page<Demand>> list(PageRequest page, @Nullable DemandState state, Caller caller) {
        return Future.failedFuture("not yet: " + page + state + caller);
    }

    /** Rewrites a draft seen at a version; its items get new ids. Fails CONFLICT once it is submitted. */
    public Future<Demand> update(UUID id, long version, DemandDraft draft, Caller caller) {
        return Future.failedFuture("not yet: " + id + version + draft + caller);
    }

    /** Submits a draft seen at a version, in the caller's transaction that also keeps its match. */
    public Future<Demand> submit(SqlConnection tx, UUID id, long version, Caller caller) {
        return Future.failedFuture("not yet: " + tx + id + version + caller);
    }

    /** Gives a demand up, before any booking. */
    public Future<Demand> cancel(UUID id, long version, @Nullable String reason, Caller caller) {
        return Future.failedFuture("not yet: " + id + version + reason + caller);
    }

    /** Ends a submitted demand, with what is left open. */
    public Future<Demand> close(UUID id, long version, @Nullable String reason, Caller caller) {
        return Future.failedFuture("not yet: " + id + version + reason + caller);
    }
}
