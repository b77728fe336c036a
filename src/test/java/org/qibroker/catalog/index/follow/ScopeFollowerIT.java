package org.qibroker.catalog.index.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qibroker.support.TestBroker.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.ScopeReader;
import org.qibroker.catalog.Terminology;
import org.qibroker.catalog.index.ScopeState;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.Role;
import org.qibroker.support.TestBroker;

class ScopeFollowerIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private final ScopeFollower follower =
            new ScopeFollower(new ScopeReader(UnitRegistry.standard()), BROKER.vertx(), BROKER.database());
    private final UUID provider = BROKER.person(Role.PROVIDER).organisation();

    private void know() {
        BROKER.execute(
                "INSERT INTO provider (id, name_zh, created_at, updated_at) VALUES (?, '东海', now(), now()) ON CONFLICT DO NOTHING",
                provider);
        BROKER.execute(
                """
                INSERT INTO site (id, provider_id, name_zh, district, address_zh, main, zone, created_at, updated_at)
                VALUES (?, ?, '本部', '310115', '', true, 'Asia/Shanghai', now(), now()) ON CONFLICT DO NOTHING""",
                provider,
                provider);
    }

    /** States a line behind the broker's back. */
    private UUID state(String subject, String changeId) {
        UUID id = UUID.randomUUID();
        BROKER.execute(
                """
                INSERT INTO capability (id, provider_id, site_id, family, subject, parameter, scenarios, methods,
                    range_text, conditions, coverage_factor, marks, on_site, price_kind, valid_from, recorded_at, change_id)
                VALUES (?, ?, ?, 'METROLOGY', ?, '示值', '{}', '{}', '0~300 mm', '{}', 2, '{CNAS}', false, 'ON_REQUEST',
                        '2025-01-01', now(), %s)"""
                        .formatted(changeId),
                id,
                provider,
                provider,
                subject);
        return id;
    }

    private static void compare(ScopeFollower follower, UUID provider) {
        List<UUID> suspects = await(follower.suspects(List.of(provider)));
        await(follower.heal(Set.copyOf(suspects)));
    }

    @Test
    void onlyWhatChangedIsReadAndWhatWasMissedIsFoundByItsChecksum() {
        know();
        UUID first = state("卡尺", "nextval('capability_change')");
        await(follower.load(null));
        assertThat(follower.state().line(first)).map(Capability::siteId).contains(provider);

        UUID second = state("千分尺", "nextval('capability_change')");
        BROKER.execute("UPDATE capability SET recorded_until = now() WHERE id = ?", first);
        ScopeState before = follower.state();
        await(follower.refresh(Set.of(provider)));
        assertThat(follower.state().line(first)).isEmpty();
        assertThat(follower.state().line(second)).isPresent();
        assertThat(before.line(first)).isPresent();
        assertThat(follower.find("千分尺", Terminology.NONE)).containsExactly(second);

        UUID late = state("量块", "0");
        await(follower.refresh(Set.of(provider)));
        assertThat(follower.state().line(late)).isEmpty();
        compare(follower, provider);
        assertThat(follower.state().line(late)).isPresent();
        assertThat(follower.healed()).isEqualTo(1);
        compare(follower, provider);
        assertThat(follower.healed()).isEqualTo(1);
    }

    @Test
    void aNameChangedBehindItsBackIsFound() {
        know();
        await(follower.load(null));
        BROKER.execute("UPDATE provider SET name_zh = '南海' WHERE id = ?", provider);
        compare(follower, provider);
        assertThat(follower.state().provider(provider).orElseThrow().nameZh()).isEqualTo("南海");
        assertThat(follower.healed()).isZero();
    }

    @Test
    void whatWasKeptIsTakenUpAndCaughtUpWithAtTheNextStart(@TempDir Path folder) {
        know();
        BROKER.execute(
                """
                INSERT INTO capability (id, provider_id, site_id, family, subject, parameter, scenarios, methods,
                    range_text, conditions, uncertainty_text, coverage_factor, marks, on_site, price_kind, valid_from,
                    recorded_at)
                SELECT gen_random_uuid(), ?, ?, 'METROLOGY', '扭矩扳子', '示值', '{}', '{JJG 707-2014}',
                    '0~' || n || ' N·m', '{}', 'U=' || n || ' mN·m', 2, '{CNAS}', false, 'ON_REQUEST', '2025-01-01', now()
                FROM generate_series(1, 1000) AS n""",
                provider,
                provider);
        await(follower.load(folder));
        await(follower.save());
        follower.close();
        UUID fresh = state("扭矩仪", "nextval('capability_change')");

        ScopeFollower next =
                new ScopeFollower(new ScopeReader(UnitRegistry.standard()), BROKER.vertx(), BROKER.database());
        await(next.load(folder));
        assertThat(next.restored()).isTrue();
        assertThat(next.state().line(fresh)).isPresent();
        assertThat(next.state().linesOf(provider)).hasSizeGreaterThan(1_000);
        assertThat(Set.copyOf(next.state().linesOf(provider)))
                .containsAll(follower.state().linesOf(provider));
        assertThat(next.find("扭矩扳子", Terminology.NONE)).hasSizeGreaterThanOrEqualTo(1_000);
        assertThat(next.find("扭矩仪", Terminology.NONE)).contains(fresh);
        compare(next, provider);
        assertThat(next.healed()).isZero();
        next.close();
    }
}
