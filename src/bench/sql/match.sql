-- The best sites, so many at most, of which one line alone meets an item: family, subject, quantity, lower and upper end, largest
-- uncertainty, day of work, whether a CNAS mark is asked. A limit met within 1e-9 is met.
WITH asked AS (
    SELECT ?::text AS family, ?::text AS subject, ?::text AS quantity, ?::float8 AS lower, ?::float8 AS upper,
           ?::float8 AS most, ?::date AS day, ?::boolean AS marked
)
SELECT site_id, min(u) AS u
FROM (
    SELECT l.site_id, l.u0 + l.u1 * greatest(abs(a.lower), abs(a.upper)) AS u
    FROM asked a
    JOIN bench_line l
      ON l.family = a.family AND l.subject = a.subject AND l.quantity = a.quantity
     AND l.upper >= a.upper - abs(a.upper) * 1e-9 AND l.lower <= a.lower + abs(a.lower) * 1e-9
     AND l.valid @> a.day
     AND l.u0 + l.u1 * greatest(abs(a.lower), abs(a.upper)) <= a.most * (1 + 1e-9)
    WHERE l.ranged AND NOT l.limited AND l.u0 IS NOT NULL
      AND (NOT a.marked OR ('CNAS' = ANY (l.marks) AND EXISTS (
            SELECT 1 FROM accreditation c JOIN accreditation_site s ON s.accreditation_id = c.id
            WHERE c.provider_id = l.provider_id AND s.site_id = l.site_id AND c.scheme = 'CNAS'
              AND c.status = 'ACTIVE' AND a.day BETWEEN c.valid_from AND c.valid_to)))
) AS fitting
GROUP BY site_id
ORDER BY u, site_id
LIMIT ?
