package org.qibroker.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamedSqlTest {
    @Test
    void namesBecomeNumbersAndTheSameNameTheSame() {
        NamedSql sql = NamedSql.of("-- by :whom\nSELECT :a::text, :b_c, '10:30', :a\n");
        assertThat(sql.text()).isEqualTo("SELECT $1::text, $2, '10:30', $1\n");
        assertThat(sql.names()).containsExactly("a", "b_c");
    }
}
