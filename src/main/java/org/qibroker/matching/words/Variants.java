package org.qibroker.matching.words;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.qibroker.shared.TextKey;

/** The keys under which one word is written: British and American, one of them or several. */
final class Variants {
    private static final Map<String, String> TRANSATLANTIC = Map.ofEntries(
            Map.entry("gauge", "gage"),
            Map.entry("caliper", "calliper"),
            Map.entry("analyzer", "analyser"),
            Map.entry("fibre", "fiber"),
            Map.entry("aluminium", "aluminum"),
            Map.entry("colour", "color"),
            Map.entry("sulfur", "sulphur"),
            Map.entry("mould", "mold"),
            Map.entry("tyre", "tire"),
            Map.entry("ageing", "aging"),
            Map.entry("analogue", "analog"),
            Map.entry("leveling", "levelling"),
            Map.entry("center", "centre"),
            Map.entry("sterilizer", "steriliser"),
            Map.entry("jewellery", "jewelry"));

    private Variants() {}

    static Set<String> of(String word) {
        Set<String> keys = new LinkedHashSet<>();
        String key = TextKey.of(word);
        keys.add(key);
        if (isLatin(word)) {
            TRANSATLANTIC.forEach((one, other) -> {
                exchanged(keys, one, other);
                exchanged(keys, other, one);
            });
            Set.copyOf(keys).forEach(one -> keys.add(several(one)));
        }
        return keys;
    }

    private static void exchanged(Set<String> keys, String from, String to) {
        Set.copyOf(keys).stream()
                .filter(key -> key.contains(from) && !key.contains(to))
                .forEach(key -> keys.add(key.replace(from, to)));
    }

    static boolean isLatin(String word) {
        return word.codePoints().allMatch(c -> c < 0x250) && word.chars().anyMatch(Character::isLetter);
    }

    private static String several(String one) {
        if (!Character.isLetter(one.charAt(one.length() - 1)) || (one.endsWith("s") && !one.endsWith("ss"))) {
            return one;
        }
        if (one.endsWith("y") && one.length() > 2 && "aeiou".indexOf(one.charAt(one.length() - 2)) < 0) {
            return one.substring(0, one.length() - 1) + "ies";
        }
        boolean hissing = one.endsWith("s") || one.endsWith("x") || one.endsWith("ch") || one.endsWith("sh");
        return one + (hissing ? "es" : "s");
    }
}
