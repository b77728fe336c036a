package org.qibroker.platform.files;

import org.jspecify.annotations.Nullable;

/** Names of files as they can be kept anywhere. Pure. */
final class FileName {
    private static final int LONGEST = 150;

    private FileName() {}

    /** The last part of what the sender calls it, without characters that steer or separate; never empty. */
    static String of(@Nullable String said) {
        if (said == null) {
            return "file";
        }
        String last = said.substring(Math.max(said.lastIndexOf('/'), said.lastIndexOf('\\')) + 1);
        StringBuilder name = new StringBuilder();
        last.codePoints().filter(FileName::harmless).limit(LONGEST).forEach(name::appendCodePoint);
        String kept = name.toString().strip();
        return kept.isEmpty() || kept.chars().allMatch(c -> c == '.') ? "file" : kept;
    }

    private static boolean harmless(int c) {
        int type = Character.getType(c);
        boolean steers = type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
        return !steers && "<>:\"|?*".indexOf(c) < 0;
    }
}
