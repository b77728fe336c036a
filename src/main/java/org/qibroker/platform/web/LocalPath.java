package org.qibroker.platform.web;

/** Ways back that stay within the broker. */
public final class LocalPath {
    private LocalPath() {}

    /** The path if it is one of the broker's own, else home; a link to elsewhere is never followed. */
    public static String orHome(String path) {
        boolean local = path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && path.chars().noneMatch(Character::isISOControl);
        return local ? path : "/";
    }
}
