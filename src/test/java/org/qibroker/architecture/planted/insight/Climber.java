package org.qibroker.architecture.planted.insight;

/** Planted: a room that looks where it must not. */
public class Climber {
    public final Class<?> other = org.qibroker.architecture.planted.booking.OrderRepository.class;
}
