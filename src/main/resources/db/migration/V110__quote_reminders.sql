-- When a provider was reminded that its answer is due; more time is a new reason to remind.
ALTER TABLE quote_request
    ADD COLUMN reminded_on date,
    ADD CONSTRAINT quote_request_reminded_in_time CHECK (reminded_on <= answer_by);
