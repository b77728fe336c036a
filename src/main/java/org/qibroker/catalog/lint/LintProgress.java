package org.qibroker.catalog.lint;

/**
 * How far the judgement of a scope is.
 *
 * @param done lines that were looked at
 * @param all lines that there are
 */
public record LintProgress(int done, int all) {
    /** Nothing is being judged. */
    static final LintProgress NONE = new LintProgress(0, 0);

    /** In percent. */
    public int percent() {
        return all == 0 ? 0 : Math.min(100, (int) (100L * done / all));
    }
}
