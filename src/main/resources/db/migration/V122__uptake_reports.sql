-- Reports of a month or year that coordinators were told of, each once.
CREATE TABLE insight_report (
    period  text        NOT NULL,
    told_at timestamptz NOT NULL,
    CONSTRAINT insight_report_once PRIMARY KEY (period),
    CONSTRAINT insight_report_period_form CHECK (period ~ '^20\d\d(-(0[1-9]|1[0-2]))?$')
);
