package org.qibroker.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibroker.account.AccountModule;
import org.qibroker.catalog.providers.ProviderCommands;
import org.qibroker.catalog.providers.Providers;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;
import org.qibroker.support.Person;
import org.qibroker.support.TestBroker;

/** What the tables of the catalog and its façade refuse. */
class CatalogLimitsIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final String P = "'00000000-0000-7000-8000-000000000001'";
    private static final String S = "'00000000-0000-7000-8000-000000000002'";
    private static final String C = "'00000000-0000-7000-8000-000000000003'";

    private static Catalog catalog;
    private static Providers providers;

    @BeforeAll
    static void oneOfEach() {
        catalog = new Catalog(
                BROKER.platform(),
                UnitRegistry.standard(),
                new AccountModule(BROKER.platform(), BROKER.node().keys()).organisations());
        providers = new Providers(BROKER.platform(), catalog);
        BROKER.execute(
                "insert into provider (id, name_zh, created_at, updated_at) values (" + P + ", '甲', now(), now())");
        BROKER.execute(site(S, "本部", "310115", true));
        BROKER.execute(accreditation(C, "2026-01-01", "2026-12-31", "ACTIVE"));
        BROKER.execute(capability(C, "2026-01-01", "null", "'2026-01-01T00:00Z'", "null"));
    }

    private static String site(String id, String name, String district, boolean main) {
        return "insert into site (id, provider_id, name_zh, district, address_zh, main, zone, created_at, updated_at)"
                + " values (" + id + ", " + P + ", '" + name + "', '" + district + "', '', " + main
                + ", 'Asia/Shanghai', now(), now())";
    }

    private static String accreditation(String id, String from, String to, String status) {
        return "insert into accreditation (id, provider_id, scheme, certificate_number, valid_from, valid_to, status,"
                + " created_at, updated_at) values (" + id + ", " + P + ", 'CNAS', 'L1', '" + from + "', '" + to
                + "', '" + status + "', now(), now())";
    }

    private static String capability(String id, String from, String to, String at, String until) {
        return "insert into capability (id, provider_id, site_id, family, subject, parameter, scenarios, methods,"
                + " conditions, coverage_factor, marks, on_site, price_kind, valid_from, valid_to, recorded_at,"
                + " recorded_until) values (" + id + ", " + P + ", " + S
                + ", 'METROLOGY', '卡尺', '', '{}', '{}', '{}', 2,"
                + " '{}', false, 'ON_REQUEST', '" + from + "', " + to + ", " + at + ", " + until + ")";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "site_one_main|insert main",
                "site_name_once|insert name",
                "site_district_form|insert district",
                "accreditation_dates_in_order|insert dates",
                "accreditation_status_known|insert status",
                "accreditation_certificate_once|insert certificate",
                "accreditation_site_site_known|insert foreign",
                "capability_said_once|insert twice",
                "capability_valid_in_order|insert order",
                "capability_recorded_in_order|insert recorded",
                "capability_history_kept|delete from capability",
                "capability_history_kept|update capability set subject = '量块'",
                "capability_history_kept|update capability set subject = '量块', recorded_until = now()",
                "capability_turnaround_not_negative|insert days -1",
                "capability_turnaround_bounded|insert days 3651",
                "provider_name_present|update provider set name_zh = ' '",
                "provider_kinds_known|update provider set kinds = '{CLUB}'",
                "site_confirmation_known|update site set confirmation = 'PERHAPS'",
                "site_decision_whole|update site set confirmation = 'CONFIRMED'",
                "site_rejection_says_why|update site set confirmation = 'REJECTED', decided_at = now(), decided_by = 'P-00000000'",
                "site_main_goes_on|update site set ended_on = '2026-12-31' where main",
                "accreditation_confirmation_known|update accreditation set confirmation = 'PERHAPS'",
                "accreditation_decision_whole|update accreditation set decided_by = 'P-00000000'",
                "accreditation_rejection_says_why|update accreditation set decision_reason = 'B'",
                "accreditation_suspended_by_somebody|update accreditation set status = 'SUSPENDED'",
                "accreditation_suspended_by_known|update accreditation set status = 'SUSPENDED', suspended_by = 'ADMIN'"
            })
    void theTablesRefuseWhatMakesNoSense(String constraint, String attempt) {
        assertThatThrownBy(() -> BROKER.execute(sql(attempt))).hasStackTraceContaining(constraint);
    }

    private static String sql(String attempt) {
        String other = "'" + UUID.randomUUID() + "'";
        return switch (attempt) {
            case "insert main" -> site(other, "二部", "310115", true);
            case "insert name" -> site(other, "本部", "310115", false);
            case "insert district" -> site(other, "三部", "31", false);
            case "insert dates" -> accreditation(other, "2026-02-01", "2026-01-01", "ACTIVE");
            case "insert status" -> accreditation(other, "2026-01-01", "2026-02-01", "LOST");
            case "insert certificate" -> accreditation(other, "2026-01-01", "2026-02-01", "ACTIVE");
            case "insert foreign" ->
                "insert into accreditation_site (provider_id, accreditation_id, site_id) values (" + P + ", " + C + ", "
                        + other + ")";
            case "insert twice" -> capability(C, "2026-06-01", "null", "now()", "null");
            case "insert order" -> capability(other, "2026-06-01", "'2026-05-01'", "now()", "null");
            case "insert recorded" -> capability(other, "2026-06-01", "null", "now()", "'2020-01-01T00:00Z'");
            case "insert days -1", "insert days 3651" ->
                capability(other, "2026-06-01", "null", "now()", "null")
                        .replace("price_kind,", "price_kind, turnaround_days,")
                        .replace("'ON_REQUEST',", "'ON_REQUEST', " + attempt.substring(12) + ",");
            default -> attempt;
        };
    }

    @Test
    void aStatementMayEndAndAnotherOfTheSameLineFollow() {
        String line = "'" + UUID.randomUUID() + "'";
        BROKER.execute(capability(line, "2026-01-01", "null", "'2026-01-01T00:00Z'", "null"));
        assertThat(BROKER.execute("update capability set recorded_until = '2026-02-01T00:00Z' where id = " + line))
                .isEqualTo(1);
        BROKER.execute(capability(line, "2026-01-01", "'2026-01-31'", "'2026-02-01T00:00Z'", "null"));
        assertThatThrownBy(() -> BROKER.execute("update capability set recorded_until = null where id = " + line))
                .hasStackTraceContaining("capability_history_kept");
    }

    @Test
    void onlyTheProviderAndTheOperatorChangeAProvider() {
        Person lab = BROKER.person(Role.PROVIDER, 1);
        Person other = BROKER.person(Role.PROVIDER, 2);
        ProviderCommands.DescribeSite site =
                new ProviderCommands.DescribeSite("二部", null, "310112", "沪闵路 1 号", false, null);
        assertThatThrownBy(() -> TestBroker.await(providers.addSite(lab.organisation(), site, caller(other))))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        TestBroker.await(providers.addSite(lab.organisation(), site, caller(lab)));
        Provider seen = TestBroker.await(catalog.provider(lab.organisation()));
        assertThat(seen.sites()).extracting(Site::nameZh).containsExactly("本部", "二部");
        assertThat(seen.sites()).extracting(Site::main).containsExactly(true, false);
    }

    @Test
    void anAccreditationIsSuspendedReinstatedAndWithdrawnForGood() {
        Person lab = BROKER.person(Role.PROVIDER, 3);
        Caller caller = caller(lab);
        UUID site = TestBroker.await(providers.addSite(
                lab.organisation(),
                new ProviderCommands.DescribeSite("二部", null, "310112", "沪闵路 1 号", true, null),
                caller));
        UUID id = TestBroker.await(providers.addAccreditation(
                lab.organisation(),
                new ProviderCommands.DescribeAccreditation(
                        "CNAS", "L1234", LocalDate.of(2026, 1, 1), LocalDate.of(2028, 1, 1), Set.of(site)),
                caller));
        TestBroker.await(providers.setStatus(id, to(Accreditation.Status.SUSPENDED), 1, caller));
        assertThatThrownBy(() -> TestBroker.await(providers.setStatus(id, to(Accreditation.Status.ACTIVE), 1, caller)))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.STALE));
        TestBroker.await(providers.setStatus(id, to(Accreditation.Status.ACTIVE), 2, caller));
        TestBroker.await(providers.setStatus(id, to(Accreditation.Status.WITHDRAWN), 3, caller));
        assertThatThrownBy(() -> TestBroker.await(providers.setStatus(id, to(Accreditation.Status.ACTIVE), 4, caller)))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }

    private static ProviderCommands.ChangeStatus to(Accreditation.Status status) {
        return new ProviderCommands.ChangeStatus(status, null);
    }

    private static Caller caller(Person person) {
        return new Caller(person.userId(), person.organisationId(), Set.of(Role.PROVIDER), "实验员");
    }
}
