package org.qibroker.insight.open;

/**
 * Open bookings that were asked for in some months and stand in one state.
 *
 * @param state of the bookings
 * @param bookings how many
 */
public record Standing(String state, long bookings) {}
