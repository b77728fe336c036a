package org.qibroker.architecture;

import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The keys of texts that a source names.
 *
 * @param whole keys written out
 * @param begun beginnings of keys that are put together from parts
 */
record KeysUsed(Set<String> whole, Set<String> begun) {
    private static final Pattern OF_TEMPLATE = Pattern.compile("ctx\\.t\\(\\s*\"([^\"]+)\"\\s*([,)+])");
    private static final Pattern OF_FLASH = Pattern.compile("\\.flash\\(\\s*\"([^\"]+)\"\\s*([,)+])");
    private static final Pattern OF_MESSAGES =
            Pattern.compile("[mM]essages\\(?\\)?\\s*\\.text\\(\\s*[\\w.()]+,\\s*\"([^\"]+)\"\\s*([,)+])");
    private static final String KIND = "(?:Refusal\\.)?(?:Kind\\.)?[A-Z_]+";
    private static final Pattern OF_REFUSAL =
            Pattern.compile("new Refusal\\(\\s*" + KIND + ",\\s*\"([^\"]+)\"\\s*([,)+])");
    private static final Pattern OF_CONFLICT = Pattern.compile("Refusal\\.conflict\\(\\s*\"([^\"]+)\"\\s*([,)+])");
    private static final Pattern OF_FAULT = Pattern.compile(
            "(?:Refusal\\.badInput|FieldFault\\.of)\\(\\s*(?:\"[^\"]*\"|[\\w.()]+)(?:\\s*\\+\\s*(?:\"[^\"]*\"|[\\w.()]+))*"
                    + ",\\s*\"([^\"]+)\"\\s*([,)+])");

    /** What a template or a class names. */
    static KeysUsed of(String source) {
        KeysUsed used = new KeysUsed(new TreeSet<>(), new TreeSet<>());
        for (Pattern plain : List.of(OF_TEMPLATE, OF_FLASH, OF_MESSAGES)) {
            used.add(source, plain, "");
        }
        used.add(source, OF_REFUSAL, "problem.");
        used.add(source, OF_CONFLICT, "problem.");
        used.add(source, OF_FAULT, "fault.");
        return used;
    }

    private void add(String source, Pattern pattern, String prefix) {
        Matcher matcher = pattern.matcher(source);
        while (matcher.find()) {
            (matcher.group(2).equals("+") ? begun : whole).add(prefix + matcher.group(1));
        }
    }

    /** The keys for which there is no text. */
    Set<String> without(Properties texts) {
        Set<String> missing =
                whole.stream().filter(key -> !texts.containsKey(key)).collect(Collectors.toCollection(TreeSet::new));
        begun.stream()
                .filter(start -> texts.stringPropertyNames().stream().noneMatch(key -> key.startsWith(start)))
                .forEach(missing::add);
        return missing;
    }
}
