package org.qibroker.support;

import java.util.function.Consumer;
import org.qibroker.contract.ContractCheck;
import org.qibroker.contract.Exchange;

/** Hears of every exchange of a test with the broker's API. */
public final class Exchanges {
    /** Who hears; whatever it throws fails the test. */
    public static volatile Consumer<Exchange> listener = ContractCheck.standard();

    private Exchanges() {}

    static void heard(Exchange exchange) {
        if (ContractCheck.concerns(exchange.path())) {
            listener.accept(exchange);
        }
    }
}
