package org.qibroker.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;

/**
 * What the words around an item say about the service.
 *
 * @param kind said outright, if it was
 * @param said family that the words point to, if any
 */
record Hints(@Nullable ServiceKind kind, @Nullable Family said) {
    private static final Map<Pattern, ServiceKind> KINDS = kinds();
    private static final Map<Pattern, Family> FAMILIES = families();
    private static final Pattern INSTRUMENT = Pattern.compile(
            "(?:计|表|仪|尺|规|秤|天平|砝码|扳手|扳子|量块|传感器|变送器|示波器|校准器|试验机|gauge|gage|meter|scale|balance|caliper|tester)s?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SYSTEM =
            Pattern.compile("认证|管理体系|贯标|management system|^(?:ISO|IATF|HACCP)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILLER = Pattern.compile(
            "我们|我司|我要|想要|需要|需|请问|请|帮忙|帮|寻找|找|谁能|能做|可以|出具|报告|证书|资质|标志|附近|数量|共|一共|要求|不超过|以及|和|与|及|的|做|要|有|带|在|近");
    private static final Set<String> FILLER_EN = Set.of(
            "i",
            "we",
            "need",
            "needs",
            "needed",
            "want",
            "a",
            "an",
            "the",
            "of",
            "for",
            "and",
            "with",
            "to",
            "please",
            "in",
            "at",
            "near",
            "by",
            "our",
            "my",
            "some",
            "is",
            "are",
            "on",
            "from",
            "report",
            "reports",
            "certificate",
            "mark",
            "marks",
            "per",
            "according",
            "range",
            "get",
            "have",
            "who",
            "can",
            "should",
            "be",
            "it",
            "us");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static Map<Pattern, ServiceKind> kinds() {
        Map<Pattern, ServiceKind> kinds = new LinkedHashMap<>();
        kinds.put(word("校准|calibrations?|calibrated?|calibrating"), ServiceKind.CALIBRATION);
        kinds.put(word("检定|metrological verification"), ServiceKind.VERIFICATION);
        kinds.put(word("比较试验|比对试验|comparison test"), ServiceKind.COMPARISON_TEST);
        kinds.put(word("技术验证|technical validation"), ServiceKind.TECHNICAL_VALIDATION);
        kinds.put(word("标准查新|查新|standards? search"), ServiceKind.STANDARD_SEARCH);
        kinds.put(word("标准比对|standards? comparison"), ServiceKind.STANDARD_COMPARISON);
        kinds.put(word("标准研制|标准制定|标准起草|standards? drafting"), ServiceKind.STANDARD_DRAFTING);
        kinds.put(word("培训|training"), ServiceKind.TRAINING);
        kinds.put(word("咨询|consult(?:ancy|ing)"), ServiceKind.CONSULTANCY);
        return kinds;
    }

    private static Map<Pattern, Family> families() {
        Map<Pattern, Family> families = new LinkedHashMap<>();
        families.put(word("认证|贯标|certification|certified"), Family.CERTIFICATION);
        families.put(word("计量|metrology"), Family.METROLOGY);
        families.put(word("检验检测|检验|检测|测试|试验|化验|tests?|testing|tested|inspection"), Family.TESTING);
        return families;
    }

    private static Pattern word(String alternatives) {
        String chinese = "(?:" + alternatives + ")";
        return Pattern.compile("(?<![\\p{IsLatin}])" + chinese + "(?![\\p{IsLatin}])", Pattern.CASE_INSENSITIVE);
    }

    /** Takes the words that say what kind of service it is. */
    static Hints take(Words words) {
        ServiceKind kind = null;
        for (Map.Entry<Pattern, ServiceKind> entry : KINDS.entrySet()) {
            if (kind == null && words.take(entry.getKey()).isPresent()) {
                kind = entry.getValue();
            }
        }
        Family family = kind == null ? null : family(kind);
        for (Map.Entry<Pattern, Family> entry : FAMILIES.entrySet()) {
            if (family == null && words.take(entry.getKey()).isPresent()) {
                family = entry.getValue();
            }
        }
        return new Hints(kind, family);
    }

    private static @Nullable Family family(ServiceKind kind) {
        return switch (kind) {
            case CALIBRATION, VERIFICATION -> Family.METROLOGY;
            case STANDARD_SEARCH, STANDARD_COMPARISON, STANDARD_DRAFTING -> Family.STANDARDS;
            default -> null;
        };
    }

    /** The family of a subject that no scope knows. */
    Family family(String subject, boolean measured) {
        if (said != null) {
            return said;
        }
        if (SYSTEM.matcher(subject).find()) {
            return Family.CERTIFICATION;
        }
        return measured || INSTRUMENT.matcher(subject).find() ? Family.METROLOGY : Family.TESTING;
    }

    /** What is left without words that carry no meaning of their own. */
    List<String> left(Words words) {
        return stripped(words);
    }

    static List<String> stripped(Words words) {
        List<String> kept = new ArrayList<>();
        for (String run : words.left()) {
            boolean latin = run.chars().allMatch(c -> c < 0x2000);
            if (latin) {
                english(run, kept);
            } else {
                Arrays.stream(BLANKS.split(FILLER.matcher(run).replaceAll(" ")))
                        .filter(word -> !word.isBlank())
                        .forEach(kept::add);
            }
        }
        return kept;
    }

    /** English words stay together as long as no filler parts them. */
    private static void english(String run, List<String> kept) {
        StringBuilder phrase = new StringBuilder();
        for (String word : BLANKS.split(run)) {
            if (FILLER_EN.contains(word.toLowerCase(Locale.ROOT)) || !word.matches(".*[\\p{L}\\d].*")) {
                flush(phrase, kept);
            } else {
                phrase.append(phrase.isEmpty() ? "" : " ").append(word);
            }
        }
        flush(phrase, kept);
    }

    private static void flush(StringBuilder phrase, List<String> kept) {
        if (!phrase.isEmpty()) {
            kept.add(phrase.toString());
            phrase.setLength(0);
        }
    }
}
