package org.qibroker.standards;

/** Judges a standard offered by the one asked for. */
public final class EditionRule {
    private EditionRule() {}

    /** What {@code offered} is worth to someone who asks for {@code asked}. */
    public static Judgement judge(Designation asked, Designation offered, Equivalences equivalences) {
        throw new UnsupportedOperationException(asked.canonical() + offered.canonical() + equivalences);
    }
}
