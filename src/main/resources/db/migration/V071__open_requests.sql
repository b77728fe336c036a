-- How many requests of an enterprise wait for an answer is looked up with each new one.
CREATE INDEX booking_requested_by_enterprise ON booking (enterprise_id) WHERE state = 'REQUESTED';
