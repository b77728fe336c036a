package org.qibroker;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.database.DatabaseAddress;
import org.qibroker.platform.time.WorkCalendar;

/**
 * What all verticles of a node share.
 *
 * @param httpPort where requests are taken, set by the first verticle that listens
 */
record Node(
        Settings settings, DatabaseAddress address, Clock clock, WorkCalendar calendar, AtomicInteger httpPort) {}
