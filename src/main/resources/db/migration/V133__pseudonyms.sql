-- Who wrote, decided or asked for something is kept by pseudonym, as in the event log, and shown by the name that actor
-- holds: whoever is forgotten there is forgotten everywhere.
CREATE INDEX actor_by_pseudonym ON actor (('P-' || upper(right(id::text, 8))));
CREATE FUNCTION person_name(pseudonym text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT max(name) FROM actor WHERE 'P-' || upper(right(id::text, 8)) = pseudonym HAVING count(*) = 1),
                    pseudonym)
$$;

-- Names that were kept so far: those that one person has become pseudonyms, others nobody can be told by any more.
CREATE FUNCTION person_pseudonym(said text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN said IS NULL OR said ~ '^P-[0-9A-F]{8}$' THEN said
                ELSE coalesce((SELECT max('P-' || upper(right(id::text, 8))) FROM actor WHERE name = said
                               HAVING count(*) = 1), 'P-00000000') END
$$;
UPDATE talk_message SET author = person_pseudonym(author);
UPDATE rating SET author = person_pseudonym(author);
UPDATE rating_reply SET author = person_pseudonym(author);
UPDATE gap_correction SET corrected_by = person_pseudonym(corrected_by);
UPDATE gap_note SET author = person_pseudonym(author);
UPDATE gap_closure SET closed_by = person_pseudonym(closed_by);
UPDATE gap_invitation SET invited_by = person_pseudonym(invited_by), answered_by = person_pseudonym(answered_by);
UPDATE project SET opened_by = person_pseudonym(opened_by);
UPDATE accreditation SET decided_by = person_pseudonym(decided_by);
UPDATE site SET decided_by = person_pseudonym(decided_by);
DROP FUNCTION person_pseudonym(text);

ALTER TABLE talk_message ADD CONSTRAINT talk_message_by_pseudonym CHECK (author ~ '^P-[0-9A-F]{8}$');
ALTER TABLE rating ADD CONSTRAINT rating_by_pseudonym CHECK (author ~ '^P-[0-9A-F]{8}$');
ALTER TABLE rating_reply ADD CONSTRAINT rating_reply_by_pseudonym CHECK (author ~ '^P-[0-9A-F]{8}$');
ALTER TABLE gap_correction ADD CONSTRAINT gap_correction_by_pseudonym CHECK (corrected_by ~ '^P-[0-9A-F]{8}$');
ALTER TABLE gap_note ADD CONSTRAINT gap_note_by_pseudonym CHECK (author ~ '^P-[0-9A-F]{8}$');
ALTER TABLE gap_closure ADD CONSTRAINT gap_closure_by_pseudonym CHECK (closed_by ~ '^P-[0-9A-F]{8}$');
ALTER TABLE gap_invitation ADD CONSTRAINT gap_invitation_by_pseudonym CHECK (
    invited_by ~ '^P-[0-9A-F]{8}$' AND answered_by ~ '^P-[0-9A-F]{8}$');
ALTER TABLE project ADD CONSTRAINT project_by_pseudonym CHECK (opened_by ~ '^P-[0-9A-F]{8}$');
ALTER TABLE accreditation ADD CONSTRAINT accreditation_by_pseudonym CHECK (decided_by ~ '^P-[0-9A-F]{8}$');
ALTER TABLE site ADD CONSTRAINT site_by_pseudonym CHECK (decided_by ~ '^P-[0-9A-F]{8}$');
