-- What the log of a year would have told, made up as facts in bulk: :bookings bookings of 5000 enterprises by the providers
-- of the generated region, the items asked for before, visits, capacity, ratings. One statement follows the other.
CREATE TEMP TABLE made_provider AS
SELECT id, row_number() OVER (ORDER BY id) - 1 AS n, count(*) OVER () AS of FROM provider;

CREATE TEMP TABLE made_booking AS
SELECT md5('b' || i)::uuid AS id, i, now() - (i % 360) * interval '1 day' AS at,
       date_trunc('month', now() - (i % 360) * interval '1 day')::date AS month, md5('e' || i % 5000)::uuid AS enterprise_id,
       p.id AS provider_id, md5('d' || i % 100000)::uuid AS demand_id,
       (ARRAY['METROLOGY', 'TESTING', 'CERTIFICATION', 'STANDARDS'])[1 + (i / 7) % 4] AS family
FROM generate_series(0, :bookings - 1) AS i JOIN made_provider p ON p.n = i % p.of;

INSERT INTO insight_enterprise (id, district, industry, size, first_active)
SELECT md5('e' || i)::uuid,
       (ARRAY['310101', '310104', '310105', '310106', '310107', '310109', '310110', '310112', '310113', '310114', '310115',
              '310116', '310117', '310118', '310120', '310151'])[1 + i % 16],
       (ARRAY['integrated-circuits', 'biomedicine', 'artificial-intelligence', 'electronics', 'life-and-health',
              'automotive', 'high-end-equipment', 'advanced-materials', 'smart-terminals', 'future-energy'])[1 + i % 10],
       (ARRAY['MICRO', 'SMALL', 'MEDIUM', 'LARGE'])[1 + i % 4],
       date_trunc('month', now() - (360 + i % 360) * interval '1 day')::date
FROM generate_series(0, 4999) AS i;

INSERT INTO insight_demand
SELECT md5('d' || i)::uuid, 'd', CASE i % 3 WHEN 0 THEN '{}' ELSE ARRAY['P' || i % 4] END,
       CASE i % 2 WHEN 0 THEN '{}' ELSE ARRAY['S' || i % 6] END
FROM generate_series(0, 99999) AS i;

INSERT INTO insight_booking
SELECT id, 'B' || i, 't', enterprise_id, provider_id, NULL, family, at,
       CASE i % 50 WHEN 0 THEN 'IN_PROGRESS' ELSE 'COMPLETED' END
FROM made_booking;

INSERT INTO insight_fact
SELECT m.measure, b.id, b.i, b.at, b.month, b.enterprise_id, b.provider_id, b.demand_id, b.id, b.family,
       CASE m.measure WHEN 'ANSWERED' THEN (ARRAY[1, 2, 4, 8, 16, 24, 48])[1 + b.i % 7] ELSE 0 END,
       CASE m.measure WHEN 'RATING_THIRDS' THEN 9 + b.i % 7 ELSE 1 END
FROM made_booking b
    CROSS JOIN (VALUES ('REQUESTED', 1), ('ANSWERED', 1), ('BOOKED', 1), ('SHOWN', 1), ('SHOWN_FIRST', 3), ('DUE', 1),
                       ('ON_TIME', 1), ('REPORTED', 1), ('COMPLETED', 1), ('RATED', 5), ('RATING_THIRDS', 5))
        AS m (measure, every)
WHERE b.i % m.every = 0 AND (m.measure <> 'ON_TIME' OR b.i % 10 > 0);

INSERT INTO insight_fact (measure, subject, position, at, month, enterprise_id, provider_id, booking_id, family, bucket, n)
SELECT 'USED', b.id, b.i, b.at, b.month, b.provider_id, b.provider_id, b.id, b.family, 0, 60 + b.i % 300
FROM made_booking b;

INSERT INTO insight_fact (measure, subject, position, at, month, enterprise_id, provider_id, family, bucket, n)
SELECT 'OFFERED', md5('o' || p.n || ' ' || m)::uuid, 0, now() - m * interval '1 month',
       date_trunc('month', now() - m * interval '1 month')::date, p.id, p.id, '', 0, 10000 + p.n
FROM made_provider p CROSS JOIN generate_series(0, 11) AS m;

INSERT INTO insight_fact (measure, subject, position, at, month, enterprise_id, demand_id, family, bucket, n)
SELECT m.measure, md5('i' || i)::uuid, i, now() - (i % 360) * interval '1 day',
       date_trunc('month', now() - (i % 360) * interval '1 day')::date, md5('e' || i % 5000)::uuid, md5('d' || i)::uuid,
       (ARRAY['METROLOGY', 'TESTING', 'CERTIFICATION', 'STANDARDS'])[1 + (i / 7) % 4],
       CASE m.measure WHEN 'UNMET' THEN 1 + i % 3 ELSE 0 END, 1
FROM generate_series(0, 99999) AS i
    CROSS JOIN (VALUES ('DEMAND'), ('ITEM'), ('MATCHED'), ('UNBOOKED'), ('UNMET'), ('VISIT')) AS m (measure)
WHERE CASE m.measure WHEN 'MATCHED' THEN i % 8 > 0 WHEN 'UNBOOKED' THEN i % 16 = 1 WHEN 'UNMET' THEN i % 8 = 0 ELSE true END
