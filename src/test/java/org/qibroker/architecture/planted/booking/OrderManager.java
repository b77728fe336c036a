package org.qibroker.architecture.planted.booking;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.UUID;
import java.util.logging.Logger;

/** Planted: everything that is not done in the house. */
class OrderManager extends VerticleBase {
    private final Logger log = Logger.getLogger("orders");

    public Future<?> everything(SqlClient client, HttpServerResponse response) throws InterruptedException {
        log.info(UUID.randomUUID() + " at " + Instant.now());
        System.out.println("done");
        Thread.sleep(1);
        response.setStatusCode(500);
        return client.query("select 1").execute();
    }
}
