package org.qibroker.sample.generated;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.District;

/** What one made-up provider says of itself; always the same for the same seed and number. */
final class Script {
    private static final String TIME = "2026-01-01T00:00:00Z";
    /** Who decided, as a pseudonym. */
    private static final String NOBODY = "P-00000000";

    private static final LocalDate BEGIN = LocalDate.of(2020, 1, 1);
    private static final int SMALLEST = 30;
    private static final int LARGEST = 5_000;
    private static final String LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private final SplittableRandom random;
    private final Topics topics;
    private final Wording wording;
    private final int number;
    private final UUID provider;
    private final UUID site;
    private final int size;

    Script(long seed, int number, Topics topics) {
        this.random = new SplittableRandom(seed * 1_000_003 + number);
        this.topics = topics;
        this.wording = new Wording(random);
        this.number = number;
        this.provider = uuid();
        this.site = uuid();
        this.size = drawSize();
    }

    private UUID uuid() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & ~(3L << 62)) | (1L << 63);
        return new UUID(high, low);
    }

    /** Few providers have very long scopes. */
    private int drawSize() {
        double normal = 0;
        for (int i = 0; i < 12; i++) {
            normal += random.nextDouble();
        }
        return (int) Math.max(SMALLEST, Math.min(LARGEST, Math.exp(6 + 0.8 * (normal - 6))));
    }

    /** How many lines it has. */
    int size() {
        return size;
    }

    void organisation(CopyText out) {
        StringBuilder code = new StringBuilder("9131");
        for (int i = 0, rest = number; i < 14; i++, rest /= LETTERS.length()) {
            code.append(LETTERS.charAt(rest % LETTERS.length()));
        }
        out.add(provider)
                .add(code)
                .add(name())
                .add(List.of("PROVIDER"))
                .add("310100")
                .add(TIME)
                .end();
    }

    private String name() {
        return "生成机构" + number;
    }

    void provider(CopyText out) {
        out.add(provider).add(name()).add(TIME).add(TIME).end();
    }

    void site(CopyText out) {
        District[] all = District.values();
        String district = all[number % all.length].code();
        out.add(site).add(provider).add("本部").add(district).add("").add(true).add("Asia/Shanghai");
        out.add(TIME).add(TIME);
        confirmed(out);
    }

    private static void confirmed(CopyText out) {
        out.add("CONFIRMED").add(TIME).add(NOBODY).end();
    }

    /** The accreditations, and the sites that each covers. */
    void accreditations(CopyText out, CopyText covers) {
        for (String scheme : List.of("CNAS", "CMA")) {
            if (number % 5 > 0 || scheme.equals("CMA")) {
                UUID id = uuid();
                boolean suspended = number % 40 == 7;
                out.add(id).add(provider).add(scheme).add(scheme + " G" + number);
                out.add("2023-01-01")
                        .add("2029-12-31")
                        .add(suspended ? "SUSPENDED" : "ACTIVE")
                        .add(suspended ? "PROVIDER" : null)
                        .add(TIME)
                        .add(TIME);
                confirmed(out);
                covers.add(provider).add(id).add(site).end();
            }
        }
    }

    /** So many of its lines. */
    void lines(CopyText out, int count) {
        int written = 0;
        while (written < count) {
            Topic topic = topics.draw(random);
            int together = 1 + random.nextInt(8);
            for (int i = 0; i < together && written < count; i++, written++) {
                line(topic, out);
            }
        }
    }

    private void line(Topic topic, CopyText out) {
        Topic.Measure measure = topic.measure();
        Wording.Said said = measure == null ? new Wording.Said(null, null, 0) : wording.measured(measure);
        boolean stated = random.nextInt(3) > 0;
        out.add(uuid()).add(provider).add(site);
        out.add(measure == null ? "TESTING" : "METROLOGY");
        out.add(measure == null ? "TESTING" : random.nextInt(5) == 0 ? "VERIFICATION" : "CALIBRATION");
        out.add(topic.subject())
                .add(topic.parameters().get(random.nextInt(topic.parameters().size())));
        out.add(List.of())
                .add(measure != null && stated ? measure.quantity() : null)
                .add(methods(topic));
        out.add(said.range()).add(random.nextInt(20) == 0 ? List.of("频率: 50 Hz~60 Hz") : List.of());
        out.add(said.uncertainty()).add(2).add(random.nextInt(20) == 0 ? "仅限" + topic.subject() + "部分参数" : null);
        out.add(marks()).add(random.nextInt(5) == 0);
        terms(out);
        LocalDate from = BEGIN.plusDays(random.nextInt(72) * 30L);
        out.add(from)
                .add(random.nextInt(10) == 0 ? from.plusYears(6) : null)
                .add(TIME)
                .end();
    }

    private List<String> methods(Topic topic) {
        List<String> all = topic.methods();
        int drawn = random.nextInt(10);
        if (drawn == 0) {
            return List.of();
        }
        return drawn == 1 ? List.of(all.get(0), all.get(2)) : List.of(all.get(drawn < 8 ? 0 : drawn - 7));
    }

    private List<String> marks() {
        List<String> marks = new ArrayList<>();
        if (random.nextInt(5) > 0) {
            marks.add("CNAS");
        }
        if (random.nextInt(3) == 0) {
            marks.add("CMA");
        }
        return marks;
    }

    private void terms(CopyText out) {
        int drawn = random.nextInt(10);
        @Nullable Long fen = drawn < 2 ? null : (1L + random.nextInt(200)) * 1_000;
        out.add(fen == null ? "ON_REQUEST" : drawn == 2 ? "FROM" : "FIXED")
                .add(fen)
                .add(fen == null ? null : "件");
        int[] days = {3, 5, 7, 10, 15};
        out.add(random.nextInt(6) == 0 ? null : days[random.nextInt(days.length)]);
    }
}
