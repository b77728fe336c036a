package org.qibroker.custody;

import io.vertx.core.Future;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.qibroker.booking.Booking;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.Site;
import org.qibroker.resource.OpeningHours;
import org.qibroker.resource.Resource;
import org.qibroker.resource.Resources;

/** Looks up where the samples of a booking have to be brought. */
final class Destinations {
    private final Catalog catalog;
    private final Resources resources;

    Destinations(Catalog catalog, Resources resources) {
        this.catalog = catalog;
        this.resources = resources;
    }

    /** The site of a booking, open when what is booked there is, else when anything there is. */
    Future<Destination> of(Booking booking) {
        Booking.Parties parties = booking.parties();
        return Future.all(catalog.site(parties.siteId()), resources.ofProvider(parties.providerId()))
                .map(found -> {
                    List<Resource> all = found.resultAt(1);
                    return destination(booking, found.resultAt(0), all);
                });
    }

    private static Destination destination(Booking booking, Site site, List<Resource> all) {
        Booking.Place place = booking.place();
        List<OpeningHours> hours = all.stream()
                .filter(resource -> resource.siteId().equals(site.id()))
                .filter(resource -> place == null || resource.id().equals(place.resourceId()))
                .findFirst()
                .map(Resource::openingHours)
                .orElse(List.of());
        List<OpeningHours> week = hours.stream()
                .sorted(Comparator.comparing(OpeningHours::day).thenComparing(OpeningHours::from))
                .toList();
        return new Destination(booking.parties().providerName(), site, week, ZoneId.of(site.zone()));
    }
}
