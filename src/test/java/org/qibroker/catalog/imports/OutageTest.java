package org.qibroker.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.qibroker.shared.Refusal;

class OutageTest {
    @Test
    void aDatabaseThatIsNotThereMayBeThereLater() {
        assertThat(Outage.is(new SQLException("connection lost", "08006"))).isTrue();
        assertThat(Outage.is(new PgException("shutting down", "FATAL", "57P01", null)))
                .isTrue();
        assertThat(Outage.is(new PgException("too many clients", "FATAL", "53300", null)))
                .isTrue();
        assertThat(Outage.is(new PgException("deadlock", "ERROR", "40P01", null)))
                .isTrue();
        assertThat(Outage.is(ClosedConnectionException.INSTANCE)).isTrue();
        assertThat(Outage.is(new ConnectException("refused"))).isTrue();
        assertThat(Outage.is(new ClosedChannelException())).isTrue();
        assertThat(Outage.is(new VertxException("Pool closed"))).isTrue();
        assertThat(Outage.is(new VertxException("Timeout waiting for connection")))
                .isTrue();
        assertThat(Outage.is(Refusal.unavailable(1))).isTrue();
    }

    @Test
    void aFaultOfTheProgramIsOneEveryTime() {
        assertThat(Outage.is(new NullPointerException())).isFalse();
        assertThat(Outage.is(new IllegalStateException("Pool closed"))).isFalse();
        assertThat(Outage.is(new SQLException("no such column", "42703"))).isFalse();
        assertThat(Outage.is(new PgException("broken constraint", "ERROR", "23514", null)))
                .isFalse();
        assertThat(Outage.is(new VertxException("no codec"))).isFalse();
        assertThat(Outage.is(new FileNotFoundException("spool"))).isFalse();
        assertThat(Outage.is(new IOException("No space left on device"))).isFalse();
        assertThat(Outage.is(Refusal.forbidden())).isFalse();
    }
}
