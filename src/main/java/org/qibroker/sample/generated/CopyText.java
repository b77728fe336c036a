package org.qibroker.sample.generated;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as {@code COPY} reads them. */
final class CopyText {
    private final StringBuilder text = new StringBuilder();
    private boolean first = true;

    CopyText add(@Nullable Object value) {
        text.append(first ? "" : "\t");
        first = false;
        if (value == null) {
            text.append("\\N");
        } else {
            escape(value.toString());
        }
        return this;
    }

    /** An array whose elements hold neither quotes nor backslashes. */
    CopyText add(List<String> values) {
        return add(values.isEmpty() ? "{}" : "{\"" + String.join("\",\"", values) + "\"}");
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            text.append(c == '\\' ? "\\\\" : c == '\t' ? "\\t" : c == '\n' ? "\\n" : String.valueOf(c));
        }
    }

    void end() {
        text.append('\n');
        first = true;
    }

    int length() {
        return text.length();
    }

    /** What was written since. */
    String take() {
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }
}
