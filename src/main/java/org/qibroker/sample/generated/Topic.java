package org.qibroker.sample.generated;

import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A subject and what scopes say of it.
 *
 * @param measure how it is measured; {@code null} for what is tested without a range
 */
record Topic(String subject, @Nullable Measure measure, List<String> parameters, List<String> methods) {
    private static final List<Measure> MEASURES = List.of(
            new Measure("length", "mm", new int[] {150, 200, 300, 500, 1000, 2000}, 5e-5, "L"),
            new Measure("force", "kN", new int[] {10, 50, 100, 300, 1000, 3000}, 3e-3, "F"),
            new Measure("pressure", "MPa", new int[] {1, 6, 16, 25, 60, 100}, 1e-3, "p"),
            new Measure("torque", "N·m", new int[] {10, 50, 100, 500, 1000}, 5e-3, "M"),
            new Measure("mass", "g", new int[] {200, 500, 1000, 5000, 20000}, 1e-5, "m"),
            new Measure("temperature", "℃", new int[] {100, 300, 600, 1000, 1200}, 1e-3, "t"),
            new Measure("frequency", "Hz", new int[] {1000, 10000, 100000, 1000000}, 1e-6, "f"),
            new Measure("dc-voltage", "V", new int[] {1, 10, 100, 600, 1000}, 2e-5, "V"));
    private static final List<String> MEASURED = List.of("示值误差", "示值", "重复性", "示值变动性");
    private static final List<String> TESTED = List.of("全项", "拉伸强度", "化学成分", "耐久性", "外观", "尺寸");

    /**
     * How something is measured.
     *
     * @param upper usual upper ends
     * @param fine a good uncertainty, as a ratio to the upper end
     * @param variable letter of the quantity in formulas
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Measure(String quantity, String unit, int[] upper, double fine, String variable) {}

    /** The topic of a number; always the same for the same name. */
    static Topic of(String subject, int number) {
        SplittableRandom random = new SplittableRandom(number * 7919L + 17);
        boolean measured = random.nextInt(4) > 0;
        List<String> names = measured ? MEASURED : TESTED;
        String issuer = measured ? (random.nextBoolean() ? "JJG " : "JJF ") : "GB/T ";
        int standard = 100 + random.nextInt(9900);
        int year = 1998 + random.nextInt(26);
        return new Topic(
                subject,
                measured ? MEASURES.get(random.nextInt(MEASURES.size())) : null,
                names.subList(0, 1 + random.nextInt(names.size())),
                List.of(
                        issuer + standard + "-" + year,
                        issuer + standard + "-" + (year - 8),
                        issuer + (standard + 1) + "-" + year));
    }
}
