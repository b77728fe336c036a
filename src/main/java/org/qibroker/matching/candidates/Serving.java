package org.qibroker.matching.candidates;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How lines of a site serve what is asked. */
interface Serving {
    /** The lines used, at least one. */
    List<Line> used();

    /** The first of them. */
    default Line first() {
        return used().get(0);
    }

    /** Which line serves which part; {@code null} where no range is asked, or there is only text to go by. */
    @Nullable
    Coverage coverage();

    /** Where their uncertainty counts. */
    UncertaintyRule.Found found();

    /** One line serves all of the one range asked. */
    record Whole(Line first, Span range) implements Serving {
        @Override
        public List<Line> used() {
            return List.of(first);
        }

        @Override
        public Coverage coverage() {
            return Coverage.whole(range, first);
        }

        @Override
        public UncertaintyRule.Found found() {
            return new UncertaintyRule.Found(
                    first, range.lower(), range.upper(), first.stated().worst(range.lower(), range.upper()), false);
        }
    }

    /** One line, by itself: no range is asked, or it has none. */
    record Alone(Line first, UncertaintyRule.Found found) implements Serving {
        @Override
        public List<Line> used() {
            return List.of(first);
        }

        @Override
        public @Nullable Coverage coverage() {
            return null;
        }
    }

    /** Several lines, each its part. */
    record Joined(List<Line> used, Coverage coverage, UncertaintyRule.Found found) implements Serving {}

    /** A line that serves nothing of what is asked. */
    record Outside(Line first, Coverage coverage) implements Serving {
        @Override
        public List<Line> used() {
            return List.of(first);
        }

        @Override
        public UncertaintyRule.Found found() {
            return new UncertaintyRule.Found(first, 0, 0, Double.POSITIVE_INFINITY, true);
        }
    }
}
