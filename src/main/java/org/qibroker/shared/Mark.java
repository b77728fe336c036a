package org.qibroker.shared;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A mark that a report may carry under an accreditation of the same scheme. Scopes may name others too; these are the
 * ones with a meaning known to all, and with other spellings.
 */
public enum Mark {
    /** Accreditation of laboratories and bodies by the national accreditation service. */
    CNAS("CNAS", "CNAS 认可", "CNAS accreditation", "中国合格评定国家认可|CNAS认可"),
    /** Approval that a testing body needs for data with proving effect. */
    CMA("CMA", "CMA 检验检测机构资质认定", "CMA mandatory approval", "资质认定|计量认证"),
    /** Authorisation as a national or municipal quality inspection centre. */
    CAL("CAL", "CAL 质检机构授权", "CAL inspection centre authorisation", "审查认可"),
    /** Approval as a certification body. */
    CNCA("CNCA", "CNCA 认证机构批准", "CNCA certification body approval", "认证机构批准"),
    /** Recognition by the laboratories of other countries. */
    ILAC_MRA("ILAC-MRA", "ILAC-MRA 国际互认", "ILAC-MRA recognition", "ILAC|国际互认"),
    /** Authorisation for statutory (compulsory) verification of measuring instruments. */
    VERIFICATION(
            "计量授权",
            "计量授权（强制检定）",
            "Statutory verification authorisation",
            "强制检定|强检|法定计量授权|计量检定授权|计量授权（强制检定）|STATUTORY VERIFICATION");

    private static final Map<String, Mark> BY_KEY = byKey();

    private final String text;
    private final String nameZh;
    private final String nameEn;
    private final String alsoKnownAs;

    Mark(String text, String nameZh, String nameEn, String alsoKnownAs) {
        this.text = text;
        this.nameZh = nameZh;
        this.nameEn = nameEn;
        this.alsoKnownAs = alsoKnownAs;
    }

    /** How scopes, requests and accreditations write it. */
    public String text() {
        return text;
    }

    /** Other ways of writing it. */
    public List<String> alsoKnownAs() {
        return List.of(alsoKnownAs.split("\\|"));
    }

    /** The name in the reader's language: Chinese unless English is asked for. */
    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : nameZh;
    }

    /** The mark that is written so, if it is a known one. */
    public static Optional<Mark> of(String written) {
        return Optional.ofNullable(BY_KEY.get(TextKey.of(written)));
    }

    /** What all ways of writing one mark have in common, known or not. */
    public static String key(String written) {
        String key = TextKey.of(written);
        Mark known = BY_KEY.get(key);
        return known == null ? key : TextKey.of(known.text);
    }

    private static Map<String, Mark> byKey() {
        Map<String, Mark> marks = new HashMap<>();
        for (Mark mark : values()) {
            marks.put(TextKey.of(mark.text), mark);
            mark.alsoKnownAs().forEach(other -> marks.put(TextKey.of(other), mark));
        }
        return Map.copyOf(marks);
    }
}
