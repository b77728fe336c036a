package org.qibroker;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qibroker.account.privacy.Elsewhere;
import org.qibroker.booking.BookingState;
import org.qibroker.booking.Bookings;
import org.qibroker.demand.Contact;
import org.qibroker.demand.Demands;
import org.qibroker.notify.Readers;
import org.qibroker.notify.preference.Preferences;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Role;

/** What features beside accounts know of a person. */
final class KeptOfPersons implements Elsewhere {
    private static final List<BookingState> OPEN =
            Arrays.stream(BookingState.values()).filter(state -> !state.ended()).toList();
    private static final PageRequest ONE = new PageRequest(1, null);

    private final Preferences preferences;
    private final Bookings bookings;
    private final Demands demands;

    KeptOfPersons(Platform platform, Readers readers, Bookings bookings, Demands demands) {
        this.demands = demands;
        this.preferences = new Preferences(platform, readers);
        this.bookings = bookings;
    }

    @Override
    public Future<Map<String, Object>> kept(Caller caller) {
        return preferences.of(caller).map(choices -> Map.of("notifications", choices));
    }

    @Override
    public Future<Boolean> hasOpenBookings(Caller caller) {
        return Future.all(
                        caller.has(Role.ENTERPRISE)
                                ? any(bookings.asked(OPEN, ONE, caller))
                                : Future.succeededFuture(false),
                        caller.has(Role.PROVIDER)
                                ? any(bookings.received(OPEN, ONE, caller))
                                : Future.succeededFuture(false))
                .map(both -> both.<Boolean>resultAt(0) || both.<Boolean>resultAt(1));
    }

    @Override
    public Future<Void> forget(SqlConnection tx, Person person) {
        UUID organisation = person.organisation();
        return organisation == null
                ? Future.succeededFuture()
                : demands.forgetContact(
                        tx, organisation, new Contact(person.name(), null, person.email()), person.pseudonym());
    }

    private static Future<Boolean> any(Future<? extends Page<?>> page) {
        return page.map(found -> !found.items().isEmpty());
    }
}
