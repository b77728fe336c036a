package org.qibroker.shared;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** What stands for a person where a name would outlive the account: {@code P-} and the last eight digits of its id. */
public final class Pseudonym {
    private static final int DIGITS = 8;
    private static final Pattern FORM = Pattern.compile("P-[0-9A-F]{" + DIGITS + "}");

    private Pseudonym() {}

    /** That of a user. */
    public static String of(UUID user) {
        String id = user.toString();
        return "P-" + id.substring(id.length() - DIGITS).toUpperCase(Locale.ROOT);
    }

    /** What the log says of a caller: the pseudonym of a user, else the name of what is no person. */
    public static String of(Caller caller) {
        UUID user = caller.userId();
        return user == null ? caller.name() : of(user);
    }

    /** Whether a text is one. */
    public static boolean is(String text) {
        return FORM.matcher(text).matches();
    }
}
