package org.qibroker.custody;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.files.Incoming;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.shared.Refusal;

/** A step of samples as a form says it. */
final class StepForm {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_NOTE = 1000;
    private static final int LONGEST_PIECE = 100;

    private StepForm() {}

    /**
     * The step.
     *
     * @throws Refusal BAD_INPUT naming the field that is wrong
     */
    static CustodyStep step(Form form) {
        SampleState state = form.inputs()
                .constant("state", SampleState.class)
                .orElseThrow(() -> Refusal.badInput("/state", "not-null"));
        return new CustodyStep(
                state,
                form.inputs().constant("condition", Condition.class).orElse(null),
                form.optional("carrier")
                        .map(text -> bounded("carrier", text, LONGEST_NAME))
                        .orElse(null),
                form.optional("trackingNumber")
                        .map(text -> bounded("trackingNumber", text, LONGEST_NAME))
                        .orElse(null),
                null,
                form.optional("note")
                        .map(text -> bounded("note", text, LONGEST_NOTE))
                        .orElse(null));
    }

    /** The photo sent with it, if there is one. */
    static @Nullable Incoming photo(PageCall call) {
        return call.upload("photo").map(Incoming::of).orElse(null);
    }

    /** The samples chosen. */
    static Set<SampleCode> codes(Form form) {
        return form.all("codes").stream().map(SampleCode::of).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * What the pieces are that want labels: a line each, or so many of one name.
     *
     * @param usual what they are if nothing is said
     */
    static List<String> names(Form form, String usual) {
        List<String> lines = form.text("names")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        int pieces = form.inputs().integer("pieces").orElse(1);
        if (lines.isEmpty() && (pieces < 1 || pieces > Samples.MOST_PIECES)) {
            throw Refusal.badInput("/pieces", "limit", 1, Samples.MOST_PIECES);
        }
        List<String> names = lines.isEmpty() ? Collections.nCopies(pieces, usual) : lines;
        return names.stream().map(name -> bounded("names", name, LONGEST_PIECE)).toList();
    }

    private static String bounded(String field, String text, int longest) {
        if (text.length() > longest) {
            throw Refusal.badInput("/" + field, "size", 0, longest);
        }
        return text;
    }
}
