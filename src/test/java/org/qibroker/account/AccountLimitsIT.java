package org.qibroker.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.Person;
import org.qibroker.support.TestBroker;

/** What refuses: limits on signing in, and the constraints of the tables. */
class AccountLimitsIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker("--security.sign-ins-per-minute=3");

    @Test
    void onlyAttemptsThatFailAreCounted() {
        Person person = BROKER.person(Role.ENTERPRISE);
        for (int i = 0; i < 10; i++) {
            signIn(person.email(), Person.PASSWORD).expect(200);
        }
        for (int i = 0; i < 3; i++) {
            signIn(person.email(), "wrong").expect(401);
        }
        Answer refused = signIn(person.email(), Person.PASSWORD).expect(429);
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 20L);
        BROKER.clock().advance(Duration.ofMinutes(2));
        signIn(person.email(), Person.PASSWORD).expect(200);
    }

    private static Answer signIn(String email, String password) {
        return BROKER.api().post("/api/v1/tokens", Map.of("email", email, "password", password));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "organisation_uscc_form | UPDATE organisation SET uscc = 'I12345678901234567'",
                "organisation_name_said | UPDATE organisation SET name_zh = ''",
                "organisation_roles_known | UPDATE organisation SET roles = '{ADMIN}'",
                "organisation_roles_known | UPDATE organisation SET roles = '{}'",
                "organisation_district_form | UPDATE organisation SET district = 'Pudong'",
                "organisation_invoice_whole | UPDATE organisation SET invoice_title = 'x', invoice_tax_number = NULL",
                "organisation_version_positive | UPDATE organisation SET version = 0",
                "user_account_email_lower | UPDATE user_account SET email = 'A@b.test'",
                "user_account_language_known | UPDATE user_account SET language = 'FR'",
                "user_account_name_said | UPDATE user_account SET name = ''",
                "user_account_password_hashed | UPDATE user_account SET password_hash = 'secret'",
                "user_account_roles_known | UPDATE user_account SET roles = '{COORDINATOR}'",
                "user_account_stands_for_something | UPDATE user_account SET organisation_id = NULL, roles = '{}'",
                "user_account_organisation_known | UPDATE user_account SET organisation_id = gen_random_uuid()",
                "user_account_version_positive | UPDATE user_account SET version = 0",
                "refresh_token_hash_length | UPDATE refresh_token SET token_hash = 'x'",
                "refresh_token_one_live | INSERT INTO refresh_token (token_hash, family, user_id, expires_at, started_at) SELECT sha256('x'), family, user_id, expires_at, started_at FROM refresh_token WHERE used_at IS NULL LIMIT 1",
                "refresh_token_user_known | UPDATE refresh_token SET user_id = gen_random_uuid()",
                "web_session_user_known | INSERT INTO web_session (id_hash, user_id, created_at, expires_at, id) VALUES (sha256('x'), gen_random_uuid(), now(), now() + interval '1 h', gen_random_uuid())",
                "web_session_hash_length | INSERT INTO web_session (id_hash, user_id, created_at, expires_at, id) SELECT 'x', id, now(), now() + interval '1 h', id FROM user_account",
                "web_session_ends | INSERT INTO web_session (id_hash, user_id, created_at, expires_at, id) SELECT sha256('x'), id, now(), now(), id FROM user_account LIMIT 1",
                "invitation_one_an_address | INSERT INTO invitation SELECT gen_random_uuid(), organisation_id, 'a@b.test', sha256(n::text::bytea), id, now() FROM user_account, generate_series(1, 2) n WHERE organisation_id IS NOT NULL",
                "invitation_secret_once | INSERT INTO invitation SELECT gen_random_uuid(), organisation_id, concat(n, '@b.test'), sha256('x'), id, now() FROM user_account, generate_series(1, 2) n WHERE organisation_id IS NOT NULL",
                "password_reset_secret_once | WITH u AS (INSERT INTO user_account (id, email, name, password_hash, roles, created_at) SELECT gen_random_uuid(), concat(n, '@reset.test'), 'x', password_hash, '{EXPERT}', now() FROM user_account, generate_series(1, 2) n LIMIT 2 RETURNING id) INSERT INTO password_reset SELECT id, sha256('x'), now() FROM u",
                "organisation_profile_organisation_known | INSERT INTO organisation_profile (organisation_id) VALUES (gen_random_uuid())",
                "organisation_profile_industry_form | INSERT INTO organisation_profile (organisation_id, industry) SELECT id, 'X' FROM organisation",
                "organisation_profile_size_known | INSERT INTO organisation_profile (organisation_id, size) SELECT id, 'TINY' FROM organisation",
                "organisation_profile_version_positive | INSERT INTO organisation_profile (organisation_id, version) SELECT id, 0 FROM organisation",
                "web_session_id_once | INSERT INTO web_session (id_hash, user_id, created_at, expires_at, id) SELECT sha256(n::text::bytea), u.id, now(), now() + interval '1 h', u.id FROM generate_series(1, 2) n, user_account u",
                "second_factor_sealed_length | INSERT INTO second_factor SELECT id, 'x', now(), NULL, 0 FROM user_account",
                "second_factor_step_not_negative | INSERT INTO second_factor SELECT id, decode(repeat('00', 48), 'hex'), now(), NULL, -1 FROM user_account",
                "second_factor_user_known | INSERT INTO second_factor VALUES (gen_random_uuid(), decode(repeat('00', 48), 'hex'), now(), NULL, 0)",
                "recovery_code_of_factor | INSERT INTO recovery_code VALUES (gen_random_uuid(), sha256('x'), NULL)",
                "recovery_code_hash_length | INSERT INTO recovery_code VALUES (gen_random_uuid(), 'x', NULL)",
                "sign_in_challenge_few_attempts | INSERT INTO sign_in_challenge SELECT sha256('x'), id, now(), 6 FROM user_account LIMIT 1",
                "sign_in_challenge_user_known | INSERT INTO sign_in_challenge VALUES (sha256('x'), gen_random_uuid(), now(), 0)"
            })
    void theTablesRefuseWhatMakesNoSense(String constraint, String sql) {
        BROKER.person(Role.ENTERPRISE);
        assertThatThrownBy(() -> BROKER.execute(sql)).hasStackTraceContaining(constraint);
    }
}
