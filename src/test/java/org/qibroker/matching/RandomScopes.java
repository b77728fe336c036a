package org.qibroker.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.qibroker.catalog.Accreditation.Status;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Confirmation;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.ScopeView;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.Scopes.LineText;
import org.qibroker.shared.Money;
import org.qibroker.shared.ServiceKind;

/** Makes small worlds: a few providers with a few caliper lines each, and one request. */
final class RandomScopes {
    private static final Confirmation REJECTED =
            new Confirmation(Confirmation.State.REJECTED, "王敏", Instant.parse("2026-05-01T00:00:00Z"), "查无此证");

    private final Random random;

    RandomScopes(long seed) {
        this.random = new Random(seed);
    }

    /** A world. */
    record Case(
            MatchRequest request,
            List<Provider> providers,
            List<Capability> lines,
            ScopeView view,
            MatchContext context) {}

    Case next() {
        Scopes scopes = new Scopes()
                .free("早", Scopes.DAY.plusDays(1))
                .free("晚", Scopes.DAY.plusDays(9))
                .free("满");
        int providers = 1 + random.nextInt(3);
        for (int p = 0; p < providers; p++) {
            scopes.provider("P" + p);
            if (random.nextInt(4) > 0) {
                Status status = one(Status.ACTIVE, Status.ACTIVE, Status.ACTIVE, Status.SUSPENDED);
                scopes.holding(
                        "CNAS",
                        status,
                        one(Scopes.CONFIRMED, Scopes.CONFIRMED, Confirmation.STATED, REJECTED),
                        Scopes.DAY.minusDays(random.nextInt(30) - 1),
                        Scopes.DAY.plusDays(random.nextInt(20)));
            }
            int lines = 1 + random.nextInt(4);
            for (int l = 0; l < lines; l++) {
                scopes.line(line());
            }
        }
        LocalDate needed = random.nextInt(3) == 0 ? Scopes.DAY.plusDays(random.nextInt(15)) : null;
        Money budget = random.nextInt(4) == 0 ? Money.fen(one(10_000L, 20_000L, 25_000L)) : null;
        MatchRequest request = new MatchRequest(null, needed, budget, null, null, null, List.of(item()));
        ScopeView view = scopes.view();
        return new Case(request, view.providers().toList(), scopes.lines(), view, scopes.contextWithCapacity());
    }

    private LineText line() {
        LineText line = LineText.of(range(), uncertainty())
                .subject(one("数显卡尺", "数显卡尺", "电子卡尺", "通用卡尺", "钢卷尺"))
                .parameter(one("示值误差", "示值误差", "示值误差", "示值", "平行度", ""))
                .kind(one(ServiceKind.CALIBRATION, ServiceKind.CALIBRATION, ServiceKind.VERIFICATION))
                .methods(one(
                        new String[] {"JJG 30-2012"},
                        new String[] {"JJG 30-2012", "JJF 1059-2012"},
                        new String[] {"JJG 30-2002"},
                        new String[] {"JJG 30"},
                        new String[] {}))
                .days(one(null, 1, 5, 10))
                .k(one(2.0, 2.0, 3.0));
        if (random.nextInt(3) == 0) {
            line.marks();
        }
        if (random.nextInt(4) == 0) {
            line.resource(one("早", "晚", "满", "未知"));
        }
        if (random.nextInt(4) == 0) {
            line.condition("温度", one("18 ℃~22 ℃", "20 ℃~25 ℃", "恒温"));
        }
        line.price(one(
                new Price(Price.Kind.FIXED, 10_000L, "件"),
                new Price(Price.Kind.FIXED, 30_000L, "件"),
                new Price(Price.Kind.FROM, 20_000L, "件"),
                Price.ON_REQUEST));
        if (random.nextInt(5) == 0) {
            line.limitation("仅限…");
        }
        return random.nextBoolean() ? line.onSite() : line;
    }

    private String range() {
        int low = random.nextInt(6) * 50;
        int high = low + 50 + random.nextInt(6) * 50;
        return one(
                low + "~" + high + " mm",
                low + "~" + high + " mm",
                low + "~" + high + " mm",
                "[" + low + "," + high + ") mm",
                "(" + low + "," + high + "] mm",
                "≥ " + low + " mm",
                "各种规格");
    }

    private String uncertainty() {
        return one("U=0.01 mm", "U=0.02 mm", "U=0.03 mm", "U=(5+L/20)µm", "U=(10+L/50)µm", "0.5级", "U=(2+L/10)µm");
    }

    private ItemSpec item() {
        Items item = Items.caliper();
        if (random.nextInt(4) > 0) {
            double low = random.nextInt(4) * 50;
            item.range(low, low + 50.0 + random.nextInt(6) * 50, "mm");
        }
        if (random.nextInt(3) > 0) {
            double limit = one(0.01, 0.015, 0.02, 0.03);
            if (random.nextInt(4) == 0) {
                item.tolerance(limit * 3, "mm");
            } else {
                item.limit(limit, "mm");
            }
        }
        if (random.nextInt(5) == 0) {
            item.condition("温度", 19, one(21, 23), "℃");
        }
        if (random.nextInt(3) == 0) {
            item.methods(one(
                    new String[] {"JJG 30-2012"},
                    new String[] {"JJG 30"},
                    new String[] {"JJG 30-2012", "JJF 1059-2012"},
                    new String[] {"JJG 30-2022"}));
        }
        if (random.nextInt(3) == 0) {
            item.marks("CNAS");
        }
        if (random.nextInt(5) == 0) {
            item.onSite();
        }
        if (random.nextInt(3) == 0) {
            item.parameter("示值误差");
        }
        if (random.nextInt(4) == 0) {
            item.kind(ServiceKind.CALIBRATION);
        }
        return random.nextInt(6) == 0 ? item.k(3).spec() : item.spec();
    }

    @SafeVarargs
    private <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
