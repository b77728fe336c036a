-- The best sites, so many at most, that meet an item, by one line or by several that join: family, subject, quantity, lower and
-- upper end, largest uncertainty, day of work, whether a CNAS mark is asked. Of each line counts the part of its span on which its
-- uncertainty is small enough; lines of one service join. A limit met within 1e-9 is met.
WITH asked AS (
    SELECT family, subject, quantity, numrange(lower::numeric, upper::numeric, '[]') AS span,
           greatest(abs(lower), abs(upper)) AS farthest, most * (1 + 1e-9) AS most, day, marked
    FROM (SELECT ?::text AS family, ?::text AS subject, ?::text AS quantity, ?::float8 AS lower, ?::float8 AS upper,
                 ?::float8 AS most, ?::date AS day, ?::boolean AS marked) said
)
SELECT site_id, min(u) AS u
FROM (
    SELECT fitting.site_id, max(fitting.u) AS u
    FROM asked a, LATERAL (
        SELECT l.site_id, l.service, least(l.u0 + l.u1 * a.farthest, a.most) AS u,
               CASE WHEN l.u1 = 0 OR l.u0 + l.u1 * a.farthest <= a.most THEN l.span
                    ELSE l.span * numrange(-((a.most - l.u0) / l.u1)::numeric, ((a.most - l.u0) / l.u1)::numeric, '[]')
               END AS good
        FROM bench_line l
        WHERE l.family = a.family AND l.subject = a.subject AND l.quantity = a.quantity
          AND l.span && a.span AND l.valid @> a.day AND l.u0 <= a.most
          AND l.ranged AND NOT l.limited AND l.u0 IS NOT NULL
          AND (NOT a.marked OR ('CNAS' = ANY (l.marks) AND EXISTS (
                SELECT 1 FROM accreditation c JOIN accreditation_site s ON s.accreditation_id = c.id
                WHERE c.provider_id = l.provider_id AND s.site_id = l.site_id AND c.scheme = 'CNAS'
                  AND c.status = 'ACTIVE' AND a.day BETWEEN c.valid_from AND c.valid_to)))
    ) AS fitting
    GROUP BY fitting.site_id, fitting.service, a.span
    HAVING range_agg(fitting.good) @> a.span
) AS meeting
GROUP BY site_id
ORDER BY u, site_id
LIMIT ?
