package org.qibroker.shared;

import java.util.Locale;

/** A language in which the broker speaks. */
public enum Language {
    /** Chinese. */
    ZH(Locale.SIMPLIFIED_CHINESE),
    /** English. */
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The language as texts know it. */
    public Locale locale() {
        return locale;
    }

    /** The language of a locale; Chinese for one in which the broker does not speak. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(EN.locale.getLanguage()) ? EN : ZH;
    }
}
