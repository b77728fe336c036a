-- In which language somebody reads is known of the account: what was chosen for mails, or of the pages; none until then.
ALTER TABLE user_account ADD COLUMN language text
    CONSTRAINT user_account_language_known CHECK (language IN ('ZH', 'EN'));
UPDATE user_account u SET language = l.language FROM notify_language l WHERE l.user_id = u.id;
DROP TABLE notify_language;
