package org.qibroker.booking.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** In which language a sheet is printed. */
public enum SheetLanguage {
    /** Chinese. */
    ZH(Locale.SIMPLIFIED_CHINESE),
    /** English. */
    EN(Locale.ENGLISH),
    /** One sheet in each, the Chinese one first. */
    BOTH(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<Locale> locales;

    SheetLanguage(Locale... locales) {
        this.locales = List.of(locales);
    }

    /** The languages of the sheets. */
    public List<Locale> locales() {
        return locales;
    }

    /** Its name in addresses and texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that name, else that of the page. */
    static SheetLanguage of(Optional<String> key, Locale page) {
        return Arrays.stream(values())
                .filter(one -> key.filter(one.key()::equals).isPresent())
                .findFirst()
                .orElse(page.getLanguage().equals("en") ? EN : ZH);
    }
}
