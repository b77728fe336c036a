package org.qibroker.matching.words;

import java.util.LinkedHashSet;
import java.util.Set;
import net.sourceforge.pinyin4j.PinyinHelper;

/** How Chinese words are typed in Latin letters. A character with several readings is spelt in each of them. */
final class Pinyin {
    private static final int MOST = 16;

    private Pinyin() {}

    /** The first letters: ybkc for 游标卡尺. */
    static Set<String> initials(String word) {
        return spelt(word, true);
    }

    /** The whole syllables: youbiaokachi. */
    static Set<String> full(String word) {
        return spelt(word, false);
    }

    private static Set<String> spelt(String word, boolean initials) {
        Set<String> spelt = Set.of("");
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            Set<String> next = new LinkedHashSet<>();
            for (String so : spelt) {
                for (String reading : readings(c, initials)) {
                    if (next.size() < MOST) {
                        next.add(so + reading);
                    }
                }
            }
            spelt = next;
        }
        return spelt;
    }

    private static Set<String> readings(char c, boolean initials) {
        Set<String> readings = new LinkedHashSet<>();
        String[] known = PinyinHelper.toHanyuPinyinStringArray(c);
        if (known == null) {
            readings.add(Character.isLetterOrDigit(c) ? String.valueOf(Character.toLowerCase(c)) : "");
        } else {
            for (String reading : known) {
                String plain = reading.replaceAll("[^a-z]", "");
                readings.add(initials ? plain.substring(0, 1) : plain);
            }
        }
        return readings;
    }
}
