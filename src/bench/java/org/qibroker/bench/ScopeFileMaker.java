package org.qibroker.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Writes a scope of any length, no two lines alike, in the forms that real scopes have. */
final class ScopeFileMaker {
    private static final String[] THINGS = {"数显卡尺", "外径千分尺", "压力表", "数字多用表", "热电偶", "砝码", "扭矩扳手", "转速表"};
    private static final String[] PARAMETERS = {"示值误差", "重复性", "漂移", "线性"};
    private static final String[] UNITS = {"mm", "mm", "MPa", "V", "℃", "g", "N·m", "r/min"};
    private static final String[] QUANTITIES = {
        "length", "length", "pressure", "dc-voltage", "temperature", "mass", "torque", "rotation"
    };

    private final Random random;
    private final String mark;

    /** The same lines for the same seed; the mark stands in every subject. */
    ScopeFileMaker(long seed, String mark) {
        this.random = new Random(seed);
        this.mark = mark;
    }

    /** The subject of a line, by its place. */
    String subject(int line) {
        return THINGS[line % THINGS.length] + mark + "型" + line / 50;
    }

    Path write(int lines) throws IOException {
        Path file = Files.createTempFile("scope", ".csv");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(
                    "family,serviceKind,subject,parameter,quantity,methods,range,uncertainty,marks,price,turnaroundDays\n");
            for (int i = 0; i < lines; i++) {
                out.write(line(i));
            }
        }
        return file;
    }

    private String line(int i) {
        int thing = i % THINGS.length;
        int top = 10 + random.nextInt(9000);
        String unit = UNITS[thing];
        String range = "0~" + top + "." + i % 10 + " " + unit;
        double u = (1 + random.nextInt(900)) / 1000.0;
        String uncertainty = i % 3 == 0 ? "Urel=" + u + "%" : "U=" + u + " " + unit;
        return "METROLOGY,CALIBRATION," + subject(i) + "," + PARAMETERS[i / 8 % 4] + "," + QUANTITIES[thing] + ",JJG "
                + (1 + random.nextInt(900)) + "-20" + (10 + i % 15) + "," + range + "," + uncertainty + ",CNAS,"
                + (50 + random.nextInt(5000)) + "元/件," + (1 + i % 20) + "\n";
    }
}
