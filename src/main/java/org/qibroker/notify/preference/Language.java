package org.qibroker.notify.preference;

import java.util.Locale;
import org.qibroker.platform.http.Messages;

/** A language in which mails are written. */
public enum Language {
    /** Chinese. */
    ZH(Messages.ZH),
    /** English. */
    EN(Messages.EN);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The language as texts know it. */
    public Locale locale() {
        return locale;
    }
}
