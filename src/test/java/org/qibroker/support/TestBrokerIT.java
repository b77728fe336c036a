package org.qibroker.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qibroker.shared.Role;

class TestBrokerIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    @ParameterizedTest
    @EnumSource(names = "PUBLIC", mode = EnumSource.Mode.EXCLUDE)
    void knows_a_person_of_each_role(Role role) {
        Answer me = BROKER.as(role).get("/api/v1/me").expect(200);
        assertThat(me.json().get("roles").toString()).contains(role.name());
        assertThat(BROKER.person(role, 2)).isNotEqualTo(BROKER.person(role));
    }

    @Test
    void begins_with_an_empty_database() {
        assertThat(BROKER.rows("SELECT 1 FROM user_account WHERE email NOT LIKE '%@example.test'"))
                .isEmpty();
    }
}
