package org.qibroker.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibroker.platform.config.SettingsLoader;
import org.qibroker.shared.Role;

class ContractTest {
    private static final String DOCUMENT =
            """
            servers: [{url: /api/v1}]
            paths:
              /bookings/{id}:
                get: {operationId: getBooking, x-roles: [ENTERPRISE, PROVIDER]}
              /.well-known/jwks.json:
                servers: [{url: /}]
                get: {operationId: jwks, x-roles: [PUBLIC], x-upload: true}
              /health/live:
                get: {operationId: liveness, x-port: ops}
            """;

    private Vertx vertx;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
    }

    @AfterEach
    void stop() {
        vertx.close();
    }

    @Test
    void readsOperationsOfTheMainPort() throws Exception {
        assertThat(contract(DOCUMENT).operations())
                .containsExactly(
                        new Operation(
                                "getBooking",
                                HttpMethod.GET,
                                "/api/v1/bookings/:id",
                                java.util.Set.of(Role.ENTERPRISE, Role.PROVIDER),
                                false),
                        new Operation(
                                "jwks", HttpMethod.GET, "/.well-known/jwks.json", java.util.Set.of(Role.PUBLIC), true));
    }

    @Test
    void refusesAnOperationWithoutRoles() {
        assertThatThrownBy(() -> contract("paths: {/x: {get: {operationId: x}}}"))
                .hasMessage("get /x lacks operationId or x-roles");
    }

    @Test
    void startFailsOnAnUnboundOperation() throws Exception {
        ApiBinder binder = binder();
        binder.bind("jwks", call -> Future.succeededFuture(ApiReply.noContent()));

        assertThatThrownBy(() -> binder.mount(Router.router(vertx), vertx))
                .hasMessage("operations in the contract, but not bound: [getBooking]");
    }

    @Test
    void startFailsOnAnOperationThatIsNotInTheContract() throws Exception {
        ApiBinder binder = binder();
        binder.bind("getBookings", call -> Future.succeededFuture(ApiReply.noContent()));

        assertThatThrownBy(() -> binder.mount(Router.router(vertx), vertx))
                .hasMessage("operations bound, but not in the contract: [getBookings]");
    }

    private static ApiBinder binder() throws Exception {
        return new ApiBinder(
                contract(DOCUMENT),
                new NobodyKnown(),
                new ErrorMapper(Messages.load()),
                new Footprints(null),
                SettingsLoader.load(java.util.List.of()).http());
    }

    private static Contract contract(String document) throws Exception {
        return Contract.of(new YAMLMapper().readTree(document));
    }
}
