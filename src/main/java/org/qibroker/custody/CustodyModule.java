package org.qibroker.custody;

import java.security.SecureRandom;
import java.util.List;
import org.qibroker.booking.Bookings;
import org.qibroker.booking.pages.BookingSection;
import org.qibroker.catalog.Catalog;
import org.qibroker.demand.Demands;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Projection;
import org.qibroker.platform.files.StoredFiles;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.resource.Resources;

/** Wires samples. */
public final class CustodyModule {
    private final Platform platform;
    private final Samples samples;
    private final Destinations destinations;
    private final StoredFiles files;

    /** Samples of bookings. */
    public CustodyModule(Platform platform, Bookings bookings, Demands demands, Catalog catalog, Resources resources) {
        this.platform = platform;
        this.files = new StoredFiles(platform);
        this.destinations = new Destinations(catalog, resources);
        this.samples = new Samples(platform, bookings, demands, destinations, new SecureRandom());
    }

    /** Samples and who has them. */
    public Samples samples() {
        return samples;
    }

    /** What the page of a booking shows of its samples. */
    public BookingSection section() {
        return new SampleSection(samples);
    }

    /** What follows from bookings. */
    public List<Projection> projections() {
        return List.of(new ReceiptFollower(samples));
    }

    /** Binds the operations of samples. */
    public void bind(ApiBinder api) {
        new CustodyApi(platform, samples, files).bind(api);
    }

    /** Mounts the pages of samples. */
    public void mount(PageRouter pages) {
        new SamplePages(samples, destinations, files).mount(pages);
        new ScanPages(platform, samples).mount(pages);
    }
}
