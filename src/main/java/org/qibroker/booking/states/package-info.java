/** The state machine as a picture and in words, for people. Drawn from {@link org.qibroker.booking.machine.StateTable}. */
@NullMarked
package org.qibroker.booking.states;

import org.jspecify.annotations.NullMarked;
