package org.qibroker.standards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads designations of standards as people write them: {@code GB/T228.1—2021}, {@code JJG(航天)34-1999}, {@code GB/T
 * 5750.4-2006中1.1}, {@code ISO 9227}, {@code ASTM E8/E8M-22}, {@code EN 196-3:2005+A1:2008}. Linear in the text.
 */
public final class Designations {
    private static final int LONGEST = 2000;
    private static final List<Grammar> GRAMMARS =
            List.of(new ChineseGrammar(), new InternationalGrammar(), new AmericanGrammar());
    private static final Grammar HOUSE = new HouseGrammar();

    private Designations() {}

    /**
     * The one designation a text consists of; empty if it is anything else. A Chinese standard may name the
     * international one it adopts behind a slash; that is left out.
     */
    public static Optional<Designation> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String folded = Spelling.fold(text);
        return begin(folded, 0)
                .or(() -> HOUSE.read(folded, 0))
                .map(found -> ClauseReader.read(folded, found))
                .filter(found -> isRest(folded, found))
                .map(Grammar.Found::designation);
    }

    /** Every designation within a text, in order; empty if there is none. Of a very long text, only the beginning. */
    public static List<Designation> findAll(String text) {
        Optional<Designation> whole = parse(text);
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        if (text.startsWith("Amendment")) {
            return List.of();
        }
        String folded = Spelling.fold(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        List<Designation> all = new ArrayList<>();
        int at = 0;
        while (at < folded.length()) {
            Optional<Grammar.Found> found = begin(folded, at).map(f -> ClauseReader.read(folded, f));
            found.filter(f -> !isTorn(folded, f)).ifPresent(f -> all.add(f.designation()));
            at = found.map(Grammar.Found::end).orElse(at + 1);
        }
        return all;
    }

    /** Whether a number without a year goes on in a bracket that is not understood: JB 2112(3)-77. */
    private static boolean isTorn(String folded, Grammar.Found found) {
        return found.designation().year() == null && folded.startsWith("(", found.end());
    }

    private static Optional<Grammar.Found> begin(String folded, int at) {
        if (!Spelling.startsWord(folded, at)) {
            return Optional.empty();
        }
        for (Grammar grammar : GRAMMARS) {
            Optional<Grammar.Found> found = grammar.read(folded, at);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean isRest(String folded, Grammar.Found found) {
        String rest = folded.substring(found.end()).strip();
        if (rest.startsWith("/") && ChineseGrammar.isIssuer(found.designation().issuer())) {
            return begin(rest.substring(1), 0)
                    .filter(adopted -> adopted.end() == rest.length() - 1)
                    .isPresent();
        }
        return rest.isEmpty() || rest.equals(";") || rest.equals(".") || rest.equals(",") || rest.equals("。");
    }
}
