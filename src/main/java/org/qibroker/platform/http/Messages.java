package org.qibroker.platform.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** Texts of pages and problems in Chinese and English, one pair of bundles a room. */
public final class Messages {
    /** The first language. */
    public static final Locale ZH = Locale.SIMPLIFIED_CHINESE;

    /** The second language. */
    public static final Locale EN = Locale.ENGLISH;

    private static final List<String> ROOMS = List.of(
            "shared",
            "platform",
            "account",
            "operator",
            "verification",
            "privacy",
            "audit",
            "notify",
            "subscription",
            "catalog",
            "imports",
            "scope",
            "resource",
            "demand",
            "ledger",
            "matching",
            "bundle",
            "talk",
            "quote",
            "paper",
            "feedback",
            "booking",
            "deadline",
            "calendar",
            "custody",
            "report",
            "gap",
            "project",
            "insight");

    private final Properties chinese = bundles("zh");
    private final Properties english = bundles("en");

    private final Map<String, TextPattern> patterns = new ConcurrentHashMap<>();

    private Messages() {}

    /** Reads the bundles of all rooms from the class path. */
    public static Messages load() {
        return new Messages();
    }

    private static Properties bundles(String language) {
        Properties all = new Properties();
        for (String room : ROOMS) {
            String name = "i18n/" + room + "_" + language + ".properties";
            try (InputStream in = Messages.class.getClassLoader().getResourceAsStream(name)) {
                if (in != null) {
                    all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    /** Whether there is a text of this key. */
    public boolean has(String key) {
        return texts(ZH).containsKey(key);
    }

    /**
     * A text with its arguments set in ({@link MessageFormat}). Numbers are set in as they print; a key without text
     * shows itself.
     */
    public String text(Locale locale, String key, Object... arguments) {
        String pattern = texts(locale).getProperty(key);
        Object[] shown = new Object[arguments.length];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = arguments[i] instanceof Integer || arguments[i] instanceof Long
                    ? arguments[i]
                    : String.valueOf(arguments[i]);
        }
        return pattern == null ? key : apart(pattern).format(locale, shown);
    }

    /** Nearly all are known, which a look tells without waiting for others. */
    private TextPattern apart(String pattern) {
        TextPattern known = patterns.get(pattern);
        return known != null ? known : patterns.computeIfAbsent(pattern, TextPattern::of);
    }

    private Properties texts(Locale locale) {
        return locale.getLanguage().equals("en") ? english : chinese;
    }
}
