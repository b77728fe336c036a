/**
 * The measuring instruments of an enterprise (计量器具台账): when each is due for calibration, one request for all that are,
 * and the certificates that come back. Owns the tables {@code instrument}, {@code instrument_request} and {@code
 * instrument_certificate}, and the view {@code ledger_entry}.
 */
@NullMarked
package org.qibroker.ledger;

import org.jspecify.annotations.NullMarked;
