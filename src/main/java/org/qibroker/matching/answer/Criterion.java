package org.qibroker.matching.answer;

/** What a line of a scope is judged by. The first five are gates: a line that fails one is out. */
public enum Criterion {
    /** The family of the service. */
    FAMILY,
    /** The kind of service. */
    SERVICE_KIND,
    /** What is served. */
    SUBJECT,
    /** What is measured or assessed on it. */
    PARAMETER,
    /** The kind of quantity. */
    QUANTITY,
    /** The measuring range or the measuring points. */
    RANGE,
    /** Named intervals such as the frequency of an alternating voltage. */
    CONDITIONS,
    /** The expanded uncertainty, a best capability (CMC). */
    UNCERTAINTY,
    /** Standards and specifications, with their editions. */
    METHOD,
    /** Marks that the report carries. */
    MARK,
    /** Work at the customer's place. */
    ONSITE,
    /** The day of finish. */
    DEADLINE,
    /** The price. */
    BUDGET,
    /** Limits of the scope that are said in words. */
    LIMITATION
}
