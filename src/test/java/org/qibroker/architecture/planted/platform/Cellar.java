package org.qibroker.architecture.planted.platform;

/** Planted: the platform that knows a feature. */
public class Cellar {
    public final Class<?> other = org.qibroker.architecture.planted.booking.OrderRepository.class;
}
