package org.qibroker.catalog.imports.rows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.qibroker.catalog.imports.ImportOptions;

/** Files of every format that were good and were then mangled: the same ones for the same seed. */
public final class MangledFiles {
    private static final Charset GB = Charset.forName("GB18030");
    private static final List<byte[]> SPICE = List.of(
            bytes("\""),
            bytes("\n"),
            bytes(","),
            bytes("\0"),
            bytes("\uFEFF"),
            bytes(";"),
            bytes("\t"),
            bytes("'=1"),
            bytes("<"),
            bytes("&#0;"),
            bytes("]]>"),
            bytes("<!DOCTYPE x>"),
            bytes("1E999999999"),
            bytes("-1"),
            bytes("r=\"XFE9\""),
            bytes("{"),
            bytes("]"),
            bytes("\\u0000"),
            bytes("null"),
            bytes("卡尺"),
            "卡尺".getBytes(GB),
            bytes("𠀀"),
            bytes("x".repeat(5000)),
            bytes("_x0000_"),
            bytes("数,".repeat(600)),
            new byte[] {(byte) 0xFF, (byte) 0xFE});

    private final Random random;
    private final List<Seed> seeds;

    /** Files of a seed. */
    public MangledFiles(long seed) throws IOException {
        this.random = new Random(seed);
        this.seeds = seeds();
    }

    /** A file nobody should be sent. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Mangled(ImportOptions.Format format, byte[] content) {}

    /** The next one. */
    public Mangled next() throws IOException {
        Seed seed = seeds.get(random.nextInt(seeds.size()));
        return new Mangled(seed.format(), mangled(seed, random));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A good file to begin with, as its parts: a workbook has several. */
    private record Seed(ImportOptions.Format format, Map<String, byte[]> parts) {}

    private static byte[] mangled(Seed seed, Random random) throws IOException {
        if (seed.parts().size() == 1) {
            return mangled(seed.parts().values().iterator().next(), random);
        }
        List<String> names = List.copyOf(seed.parts().keySet());
        String hit = random.nextInt(3) > 0 ? "xl/worksheets/sheet1.xml" : names.get(random.nextInt(names.size()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                byte[] part = seed.parts().get(name);
                zip.write(name.equals(hit) ? mangled(part, random) : part);
            }
        }
        return random.nextInt(5) == 0 ? mangled(bytes.toByteArray(), random) : bytes.toByteArray();
    }

    private static byte[] mangled(byte[] whole, Random random) {
        byte[] file = whole;
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            int from = random.nextInt(file.length + 1);
            int to = Math.min(file.length, from + random.nextInt(random.nextInt(10) == 0 ? file.length + 1 : 20));
            byte[] middle =
                    switch (random.nextInt(5)) {
                        case 0 -> new byte[] {(byte) random.nextInt(256)};
                        case 1 -> new byte[0];
                        case 2 -> twice(file, from, to);
                        case 3 ->
                            file.length - to > 1 && random.nextInt(4) == 0
                                    ? cut(file, from)
                                    : SPICE.get(random.nextInt(SPICE.size()));
                        default -> SPICE.get(random.nextInt(SPICE.size()));
                    };
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(file, 0, from);
            out.writeBytes(middle);
            out.write(file, to, file.length - to);
            file = out.toByteArray();
        }
        return file;
    }

    private static byte[] twice(byte[] file, int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, from, to - from);
        out.write(file, from, to - from);
        return out.toByteArray();
    }

    private static byte[] cut(byte[] file, int from) {
        return new byte[] {file.length > from ? file[from] : 0};
    }

    private static List<Seed> seeds() throws IOException {
        String csv = "类别,检测对象,项目/参数,标准(方法)名称及编号,测量范围,扩展不确定度(k=2),价格,周期(工作日),生效日期\r\n"
                + "计量,数显卡尺,示值误差,\"JJG 30-2012；GB/T 21389-2008\",0~300 mm,U=0.01 mm,120元/件,5,2026-01-01\r\n"
                + "METROLOGY,\"千分尺 \"\"0级\"\"\",示值误差,JJG 21-2008,0~25 mm,U=1 µm,面议,,\r\n"
                + "TESTING,钢筋,\"抗拉\n强度\",GB/T 228.1-2021,,,from 80 CNY/根,3个工作日,2026年3月1日\r\n";
        String json =
                "{\"lines\": [{\"family\": \"METROLOGY\", \"subject\": \"卡尺\", \"parameter\": \"示值误差\", \"methods\":"
                        + " [\"JJG 30-2012\", 7], \"range\": \"0~300 mm\", \"onSite\": true}, {\"family\": \"TESTING\", \"subject\":"
                        + " \"钢筋\", \"parameter\": null}]}";
        String cmc =
                "[{\"kcdbCode\": \"A-1\", \"instrument\": {\"value\": \"Flask\"}, \"quantity\": {\"value\": \"Volume\"},"
                        + " \"cmc\": {\"lowerLimit\": 1e3, \"upperLimit\": 2, \"unit\": \"m<sup>3</sup>\"}, \"parameters\": [{\"name\":"
                        + " \"T\", \"value\": \"20 &deg;C\"}], \"uncertaintyEquation\": {\"equation\": \"1+2L\", \"equationComment\": \"L"
                        + " in m\"}}]";
        byte[] workbook = ScopeSheets.workbook(AnnexTest::calibration, AnnexTest::calibration);
        Path file = Files.write(Files.createTempFile("seed", ".xlsx"), workbook);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        } finally {
            Files.delete(file);
        }
        return List.of(
                new Seed(ImportOptions.Format.CSV, Map.of("", bytes(csv))),
                new Seed(
                        ImportOptions.Format.CSV,
                        Map.of("", csv.replace("µ", "μ").getBytes(GB))),
                new Seed(
                        ImportOptions.Format.CSV,
                        Map.of("", csv.replace(',', ';').getBytes(StandardCharsets.UTF_16))),
                new Seed(ImportOptions.Format.JSON, Map.of("", bytes(json))),
                new Seed(ImportOptions.Format.JSON, Map.of("", bytes(cmc))),
                new Seed(ImportOptions.Format.XLSX, parts),
                new Seed(ImportOptions.Format.XLSX, parts));
    }
}
