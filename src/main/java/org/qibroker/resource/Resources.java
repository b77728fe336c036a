package org.qibroker.resource;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;

/** What can be booked, when, and by whom it is taken. */
public final class Resources {
    private UnsupportedOperationException unborn() {
        return new UnsupportedOperationException();
    }

    /** The caller's own resources, by name. */
    public Future<Page<Resource>> list(PageRequest page, Caller caller) {
        throw unborn();
    }

    /** A resource, whoever asks; fails with NOT_FOUND. */
    public Future<Resource> get(UUID id) {
        throw unborn();
    }

    /** Makes something of the caller's bookable. */
    public Future<Resource> create(ResourceDraft draft, Caller caller) {
        throw unborn();
    }

    /** Changes a resource of the caller's; what is booked stays booked. */
    public Future<Resource> update(UUID id, long version, ResourceDraft draft, Caller caller) {
        throw unborn();
    }

    /** The slots from one day to another, both included, and the places left in each. */
    public Future<List<FreeSlot>> availability(UUID id, LocalDate from, LocalDate to) {
        throw unborn();
    }

    /** Keeps a place for fifteen minutes; fails with CONFLICT if none is left. */
    public Future<Hold> hold(HoldRequest request, Caller caller) {
        throw unborn();
    }

    /** Gives a held place back. */
    public Future<Void> releaseHold(UUID holdId, Caller caller) {
        throw unborn();
    }

    /** Takes a place; the id is the allocation's. Fails with CONFLICT if none is left. */
    public Future<UUID> allocate(SqlConnection tx, Claim claim) {
        throw unborn();
    }

    /** Makes a hold the booking's; fails with CONFLICT if it has expired or is for something else. */
    public Future<UUID> takeHold(SqlConnection tx, UUID holdId, Claim claim) {
        throw unborn();
    }

    /** Keeps a place for good; fails with CONFLICT if it was lost. */
    public Future<Void> confirm(SqlConnection tx, UUID allocationId) {
        throw unborn();
    }

    /** Gives a place back; nothing happens if it was lost already. */
    public Future<Void> release(SqlConnection tx, UUID allocationId) {
        throw unborn();
    }
}
