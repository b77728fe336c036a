package org.qibroker.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Role;
import org.qibroker.support.Person;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;

class SecondFactorRequiredIT {
    private static final String EMAIL = "coordinator@example.test";

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker("--security.second-factor-required=true");

    @Test
    void coordinatorsActAsSuchOnlyWithASecondFactor() {
        RegisterOrganisation coordinator = new RegisterOrganisation(
                "91350100M000100Y43",
                "示例推进部门",
                null,
                Set.of(Role.COORDINATOR),
                null,
                null,
                new NewUser(EMAIL, "张三", Person.PASSWORD));
        AccountModule accounts =
                new AccountModule(BROKER.platform(), BROKER.node().keys());
        TestBroker.await(accounts.organisations().register(coordinator, Caller.SYSTEM));
        Map<String, String> credentials = Map.of("email", EMAIL, "password", Person.PASSWORD);

        assertThat(BROKER.api().post("/api/v1/tokens", credentials).expect(401).text("/type"))
                .endsWith("second-factor-first");
        Visitor visitor = new Visitor(BROKER);
        visitor.get("/sign-in").expect(200);
        visitor.post("/sign-in", credentials).expect(303);
        assertThat(visitor.get("/account").expect(200).body()).contains("须启用双因素验证");
        visitor.get("/region/gaps").expect(403);
        visitor.get("/account/security").expect(200);

        BROKER.rows("INSERT INTO second_factor (user_id, sealed, begun_at, confirmed_at, last_step)"
                + " SELECT id, decode(repeat('00', 48), 'hex'), now(), now(), 0 FROM user_account RETURNING 1");
        visitor.get("/region/gaps").expect(200);
    }
}
