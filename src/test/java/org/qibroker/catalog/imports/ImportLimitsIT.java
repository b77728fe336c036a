package org.qibroker.catalog.imports;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibroker.support.TestBroker;

/** What the tables of imports refuse. */
class ImportLimitsIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final String P = "00000000-0000-7000-8000-000000000001";
    private static final String I = "00000000-0000-7000-8000-000000000002";

    @BeforeAll
    static void oneOfEach() {
        BROKER.execute(
                "insert into provider (id, name_zh, created_at, updated_at) values ('" + P + "', '甲', now(), now())");
        BROKER.execute(
                "insert into import (id, provider_id, state, format, mode, on_error, confirm, dry_run,"
                        + " effective_from, bytes, actor, created_at) values ('" + I + "', '" + P
                        + "', 'AWAITING_CONFIRMATION', 'CSV', 'ADD', 'ACCEPT_GOOD', true, false, '2026-01-01', 1, '{}', now())");
        BROKER.execute("insert into import_part (import_id, number, content) values ('" + I + "', 0, 'x')");
        BROKER.execute(change("0", "'ADDED'", "gen_random_uuid()"));
        BROKER.execute("insert into import_finding (import_id, number, severity, code, arguments) values ('" + I
                + "', 0, 'INFO', 'x', '{}')");
        BROKER.execute(column("a", "'range'"));
    }

    private static String change(String number, String kind, String line) {
        return "insert into import_change (import_id, kind, number, capability_id, fields, valid_from) values ('" + I
                + "', " + kind + ", " + number + ", " + line + ", '{}', '2026-01-01')";
    }

    private static String column(String key, String name) {
        return "insert into import_column (provider_id, heading_key, heading, column_name, said_at) values ('" + P
                + "', '" + key + "', 'A', " + name + ", now())";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "import_pk|insert into import select * from import",
                "import_provider_known|update import set provider_id = gen_random_uuid()",
                "import_state_known|update import set state = 'LOST'",
                "import_format_known|update import set format = 'PDF'",
                "import_mode_known|update import set mode = 'GUESS'",
                "import_on_error_known|update import set on_error = 'SHRUG'",
                "import_family_known|update import set family = 'ASTRONOMY'",
                "import_finished_known|update import set finished_at = now()",
                "import_finished_known|update import set state = 'FAILED'",
                "import_progress_share|update import set progress = 1.5",
                "import_rows_add_up|update import set lines = 1, accepted = 1, rejected = 1",
                "import_outcome_adds_up|update import set state = 'DONE', finished_at = now(), lines = 2, accepted = 2, added = 1",
                "import_part_import_known|insert into import_part values (gen_random_uuid(), 0, 'x')",
                "import_part_number_not_negative|update import_part set number = -1",
                "import_part_size|update import_part set content = ''",
                "import_part_size|update import_part set content = convert_to(repeat('x', 1048577), 'UTF8')",
                "import_part_pk|insert into import_part select * from import_part",
                "import_change_kind_known|update import_change set kind = 'GUESSED'",
                "import_change_pk|insert into import_change select * from import_change",
                "import_change_names_its_line|update import_change set capability_id = null",
                "import_finding_import_known|update import_finding set import_id = gen_random_uuid()",
                "import_finding_severity_known|update import_finding set severity = 'MILD'",
                "import_finding_pk|insert into import_finding select * from import_finding",
                "import_column_provider_known|update import_column set provider_id = gen_random_uuid()",
                "import_column_heading_says_something|update import_column set heading_key = ''",
                "import_column_known|update import_column set column_name = 'colour'",
                "import_column_pk|insert into import_column select * from import_column"
            })
    void theTablesRefuseWhatMakesNoSense(String constraint, String attempt) {
        assertThatThrownBy(() -> BROKER.execute(attempt)).hasStackTraceContaining("\"" + constraint + "\"");
    }
}
