package org.qibroker.standards;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what may follow a designation: the clause that is meant, or the year in parentheses. */
final class ClauseReader {
    private static final Pattern YEAR = Pattern.compile(" ?\\(((?:19|20)\\d{2})\\)");
    private static final Pattern BRACKET = Pattern.compile(" ?\\(([^()]{1,80})\\)");
    private static final Pattern NUMBERED = Pattern.compile(
            " ?(?:第|中的?|§|Section|Sec\\.?|section|sec\\.?|Clause|clause|cl\\.|条款) ?(\\d{1,3}(?:\\.\\d{1,3}){0,6}[a-z]?)(?: ?[条款节])?");
    private static final Pattern BARE = Pattern.compile(" (\\d{1,2}(?:\\.\\d{1,3}){1,6})(?: ?[条款节])?");
    private static final Pattern ANNEX =
            Pattern.compile(" ?((?:附录|Annex|annex|Appendix) ?[A-Z]\\d{0,2}(?:\\.\\d{1,3}){0,4})");
    private static final Pattern CHAPTER = Pattern.compile(" ?(第[一二三四五六七八九十\\d]{1,3}[法章篇])");
    private static final Pattern ABOUT_PARTS = Pattern.compile("(?i).*(?:\\bparts?\\b|部分标准|所有部分).*");

    private ClauseReader() {}

    /** The designation with whatever is said behind it, and where that ends. */
    static Grammar.Found read(String text, Grammar.Found found) {
        Grammar.Found dated = year(text, found);
        Optional<Grammar.Found> clause = clause(text, dated);
        return clause.map(c -> year(text, c)).orElse(dated);
    }

    private static Grammar.Found year(String text, Grammar.Found found) {
        Matcher m = YEAR.matcher(text).region(found.end(), text.length());
        return found.designation().year() == null && m.lookingAt()
                ? new Grammar.Found(found.designation().withYear(Integer.parseInt(m.group(1))), m.end())
                : found;
    }

    private static Optional<Grammar.Found> clause(String text, Grammar.Found found) {
        for (Pattern pattern : new Pattern[] {BRACKET, NUMBERED, ANNEX, CHAPTER, BARE}) {
            Matcher m = pattern.matcher(text).region(found.end(), text.length());
            if (m.lookingAt()
                    && ends(pattern, text, m.end())
                    && !ABOUT_PARTS.matcher(m.group(1)).matches()) {
                String clause = m.group(1).strip().replaceAll("^(附录) ", "$1").replaceAll("^第([\\d.]+)[条款]$", "$1");
                return Optional.of(new Grammar.Found(found.designation().withClause(clause), m.end()));
            }
        }
        return Optional.empty();
    }

    /** A bracket ends by itself, unless a number goes on behind it: JB 2112(3)-77. */
    private static boolean ends(Pattern pattern, String text, int at) {
        return pattern == BRACKET ? !text.startsWith("-", at) : Spelling.endsWord(text, at);
    }
}
