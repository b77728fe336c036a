-- A request for a place of a slot, whole: its key, the place, the booking, the event, the answer. One statement is one
-- transaction, and one way to the database and back. The benchmark runs this same text.
--
-- It does nothing where the key was used before (before_*), is being used (not mine), or no place was got (not made);
-- then the caller says why. A key used in the same moment breaks idempotency_key_pk and with it the whole statement.
WITH given AS MATERIALIZED (
    SELECT :owner::uuid AS owner,
           :operation::text AS operation,
           :key::text AS key,
           :body_hash::bytea AS body_hash,
           :status::integer AS status,
           :headers::text::jsonb AS headers,
           :body::bytea AS body,
           :resource::uuid AS resource,
           :resource_version::bigint AS resource_version,
           :most_requests::integer AS most_requests,
           :taken_from::timestamptz AS taken_from,
           :taken_to::timestamptz AS taken_to,
           :allocation::uuid AS allocation,
           :booking::uuid AS booking,
           :number::text AS number,
           :enterprise::uuid AS enterprise,
           :provider::uuid AS provider,
           :parties::text::jsonb AS parties,
           :demand::uuid AS demand,
           :ordered::text::jsonb AS ordered,
           :price::bigint AS price,
           :resource_name::text AS resource_name,
           :slot_start::timestamptz AS slot_start,
           :slot_end::timestamptz AS slot_end,
           :slot_zone::text AS slot_zone,
           :response_due::timestamptz AS response_due,
           :acts_next::text AS acts_next,
           :now::timestamptz AS now,
           :kind::text AS kind,
           :type::text AS type,
           :actor::uuid AS actor,
           :actor_name::text AS actor_name,
           :organisation::uuid AS organisation,
           :involved::uuid[] AS involved,
           :at::timestamptz AS at,
           :data::text::jsonb AS data,
           :hash::bytea AS hash
),
turn AS MATERIALIZED (
    SELECT pg_try_advisory_xact_lock(hashtextextended(owner || ' ' || operation || ' ' || key, 0)) AS mine FROM given
),
before AS MATERIALIZED (
    SELECT k.body_hash, k.status, k.headers, k.body
    FROM given g JOIN idempotency_key k ON k.owner = g.owner AND k.operation = g.operation AND k.key = g.key
),
-- The resource as it was seen: who would change it waits, and who was changing it is waited for.
seen AS MATERIALIZED (
    SELECT r.id
    FROM given g JOIN resource r ON r.id = g.resource AND r.version = g.resource_version, turn
    WHERE turn.mine AND NOT EXISTS (SELECT FROM before)
      AND (g.most_requests < 0 OR g.most_requests > (
          SELECT count(*) FROM booking b WHERE b.enterprise_id = g.enterprise AND b.state = 'REQUESTED'))
    FOR KEY SHARE OF r
),
place AS (
    INSERT INTO allocation (id, resource_id, unit_id, during, slot_start, slot_end, organisation_id, booking_id,
                            expires_at, live)
    SELECT g.allocation, u.resource_id, u.id, tstzrange(g.taken_from, g.taken_to), g.slot_start, g.slot_end,
           g.enterprise, g.booking, g.response_due, true
    FROM seen JOIN resource_unit u ON u.resource_id = seen.id, given g
    WHERE u.in_service AND NOT EXISTS (
        SELECT FROM allocation a
        WHERE a.unit_id = u.id AND a.live AND a.during && tstzrange(g.taken_from, g.taken_to))
    ORDER BY random() LIMIT 1
    ON CONFLICT ON CONSTRAINT allocation_no_overlap DO NOTHING
    RETURNING id
),
made AS (
    INSERT INTO booking (id, version, state, resource_id, resource_name, slot_start, slot_end, slot_zone,
                         allocation_id, response_due, next_due, waited_for_enterprise, waited_for_provider, draft_ever,
                         number, enterprise_id, provider_id, parties, demand_id, ordered, price_fen, created_at,
                         acts_by, acts_next, checked_on)
    SELECT g.booking, 1, 'REQUESTED', g.resource, g.resource_name, g.slot_start, g.slot_end, g.slot_zone,
           place.id, g.response_due, g.response_due, 0, 0, false,
           g.number, g.enterprise, g.provider, g.parties, g.demand, g.ordered, g.price, g.now,
           g.response_due, g.acts_next, (g.now AT TIME ZONE 'Asia/Shanghai')::date
    FROM place, given g
    RETURNING id
),
logged AS (
    INSERT INTO event (kind, stream, sequence, type, actor, actor_name, organisation, parties, at, data,
                       previous_hash, hash)
    SELECT g.kind, made.id, 1, g.type, g.actor, g.actor_name, g.organisation, g.involved, g.at, g.data, '', g.hash
    FROM made, given g
),
kept AS (
    INSERT INTO idempotency_key (owner, operation, key, body_hash, status, headers, body)
    SELECT g.owner, g.operation, g.key, g.body_hash, g.status, g.headers, g.body
    FROM made, given g
),
forgotten AS (
    DELETE FROM idempotency_key WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM idempotency_key WHERE at < now() - interval '7 days' ORDER BY at LIMIT 2 FOR UPDATE SKIP LOCKED))
)
SELECT turn.mine, EXISTS (SELECT FROM made) AS made,
       before.body_hash AS before_hash, before.status AS before_status, before.headers AS before_headers,
       before.body AS before_body,
       EXISTS (SELECT FROM seen) AND NOT EXISTS (SELECT FROM made) AND NOT EXISTS (
           SELECT FROM resource_unit u
           WHERE u.resource_id = g.resource AND u.in_service AND NOT EXISTS (
               SELECT FROM allocation a
               WHERE a.unit_id = u.id AND a.live AND a.during && tstzrange(g.taken_from, g.taken_to)
                 AND (a.expires_at IS NULL OR a.expires_at > g.now))) AS full_up
FROM turn LEFT JOIN before ON true, given g
