package org.qibroker.sample;

import static org.qibroker.sample.SampleFiles.cell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Two years before the sample's own time: other enterprises asked for what those of its files ask for, more of them from
 * month to month, and most of it went well.
 */
final class History {
    private static final int REQUESTS = 70;
    private static final int FIRST_DAY = 735;
    private static final int LAST_DAY = 12;
    private static final long SEED = 20261127;
    private static final double GROWTH = 0.7;
    private static final int[] AROUND = {-2, 0, 1, 4, 9};
    private static final Set<String> ON_SITE = Set.of("systems", "products", "standards", "alliance");
    private static final List<String> RATINGS =
            List.of("5,5,5", "5,4,5", "4,4,4", "4,5,5", "3,4,4", "5,3,4", "4,4,5", "2,2,3");

    private History() {}

    /**
     * One request of it.
     *
     * @param key of its demand
     * @param template the demand of the files that it is like
     * @param enterprise who asks
     * @param daysAgo when
     */
    private record Past(String key, String template, String enterprise, int daysAgo) {}

    private static List<Past> requests() {
        List<String> templates = booked();
        List<String> enterprises = SampleFiles.rows("organisations.csv").stream()
                .map(row -> cell(row, "key"))
                .filter(key -> key.startsWith("past"))
                .toList();
        Random chance = new Random(SEED);
        List<Past> all = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            double along = Math.pow((i + 0.5) / REQUESTS, GROWTH);
            all.add(new Past(
                    "h%03d".formatted(i),
                    templates.get(chance.nextInt(templates.size())),
                    enterprises.get(Math.min(i % enterprises.size(), chance.nextInt(enterprises.size() + i / 4))),
                    FIRST_DAY - (int) Math.round(along * (FIRST_DAY - LAST_DAY))));
        }
        return all;
    }

    /** Demands of the files that came to bookings or to nothing, but not those that somebody took back. */
    private static List<String> booked() {
        return SampleFiles.rows("demands.csv").stream()
                .filter(row -> cell(row, "end").isEmpty())
                .map(row -> cell(row, "key"))
                .distinct()
                .toList();
    }

    /** The days before the first start on which enterprises came: around each request, and now and then beside. */
    static Map<String, Set<Integer>> visits() {
        Random chance = new Random(SEED + 2);
        Map<String, Set<Integer>> days = new TreeMap<>();
        for (Past past : requests()) {
            Set<Integer> own = days.computeIfAbsent(past.enterprise(), none -> new TreeSet<>());
            for (int later : AROUND) {
                own.add(Math.max(1, past.daysAgo() - later));
            }
            own.add(1 + chance.nextInt(FIRST_DAY));
        }
        return days;
    }

    /** The lines of its demands. */
    static List<Map<String, String>> demands() {
        Map<String, String> districts = SampleFiles.rows("organisations.csv").stream()
                .collect(Collectors.toMap(row -> cell(row, "key"), row -> cell(row, "district")));
        List<Map<String, String>> rows = new ArrayList<>();
        for (Past past : requests()) {
            for (Map<String, String> row : SampleFiles.rows("demands.csv", "key", past.template())) {
                Map<String, String> copy = copy(row, past);
                copy.put("key", past.key());
                copy.put("district", districts.getOrDefault(past.enterprise(), ""));
                copy.put("neededBy", "");
                rows.add(copy);
            }
        }
        return rows;
    }

    /** Its bookings. */
    static List<Map<String, String>> bookings() {
        Random chance = new Random(SEED + 1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (Past past : requests()) {
            for (Map<String, String> row : SampleFiles.rows("bookings.csv", "demand", past.template())) {
                Map<String, String> copy = copy(row, past);
                copy.put("demand", past.key());
                copy.put("time", "10:40");
                copy.put("note", "");
                copy.put("life", life(chance, ON_SITE.contains(cell(row, "provider")) ? "START" : "RECEIVE"));
                rows.add(copy);
            }
        }
        return rows;
    }

    private static Map<String, String> copy(Map<String, String> row, Past past) {
        Map<String, String> copy = new LinkedHashMap<>(row);
        copy.put("enterprise", past.enterprise());
        copy.put("day", "D-" + past.daysAgo());
        copy.put("time", "10:20");
        return copy;
    }

    private static String life(Random chance, String begin) {
        int kind = chance.nextInt(20);
        String accepted = "ACCEPT +%dh; ".formatted(1 + chance.nextInt(30));
        if (kind == 0) {
            return "DECLINE +%dh - 近期排期已满".formatted(2 + chance.nextInt(20));
        }
        if (kind == 1) {
            return accepted + "CANCEL +1d ENTERPRISE 计划有变";
        }
        String done = accepted + begin + " slot; ISSUE +%dd; ACCEPT_REPORT +2d".formatted(2 + chance.nextInt(7));
        return kind < 10 ? done : done + "; RATE +1d - " + RATINGS.get(chance.nextInt(RATINGS.size()));
    }
}
