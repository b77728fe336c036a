-- Equipment whose owner opens its idle hours to others.
ALTER TABLE resource ADD COLUMN shared_idle boolean NOT NULL DEFAULT false;
