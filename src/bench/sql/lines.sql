-- The same lines as a query likes them best (an end that does not belong to a range lies a little inside): ranges and uncertainties as numbers in base units, keys ready made, and
-- what a match looks at within the index. An uncertainty over a range is u0 + u1 * |farthest end|; none if it is text.
DROP TABLE IF EXISTS bench_line;
CREATE UNLOGGED TABLE bench_line (
    id          uuid      NOT NULL,
    provider_id uuid      NOT NULL,
    site_id     uuid      NOT NULL,
    family      text      NOT NULL,
    subject     text      NOT NULL,
    quantity    text,
    lower       float8,
    upper       float8,
    ranged      boolean   NOT NULL,
    u0          float8,
    u1          float8,
    marks       text[]    NOT NULL,
    limited     boolean   NOT NULL,
    valid       daterange NOT NULL,
    service     text      NOT NULL,
    span        numrange  GENERATED ALWAYS AS (numrange(
                    (lower - abs(lower) * 1e-9)::numeric, (upper + abs(upper) * 1e-9)::numeric, '[]')) STORED
);
-- rows come here
CREATE INDEX bench_line_by_subject ON bench_line (family, subject, quantity, upper)
    WHERE ranged AND NOT limited AND u0 IS NOT NULL;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE INDEX bench_line_span ON bench_line USING gist (subject, quantity, span)
    WHERE ranged AND NOT limited AND u0 IS NOT NULL;
VACUUM ANALYZE bench_line;
