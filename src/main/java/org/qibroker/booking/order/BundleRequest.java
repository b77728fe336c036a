package org.qibroker.booking.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Asks for several bookings, of which all are made or none. */
public record BundleRequest(@NotNull @Size(min = 1, max = 50) List<@NotNull @Valid BookingRequest> bookings) {}
