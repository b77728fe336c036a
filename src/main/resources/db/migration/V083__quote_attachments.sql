-- Files that come with a message about a quote, each with one message.
CREATE TABLE quote_attachment (
    message_id uuid    NOT NULL,
    place      integer NOT NULL,
    file_id    uuid    NOT NULL,
    CONSTRAINT quote_attachment_pk PRIMARY KEY (message_id, place),
    CONSTRAINT quote_attachment_message_known FOREIGN KEY (message_id) REFERENCES quote_message (id),
    CONSTRAINT quote_attachment_file_known FOREIGN KEY (file_id) REFERENCES stored_file (id),
    CONSTRAINT quote_attachment_file_once UNIQUE (file_id),
    CONSTRAINT quote_attachment_place_range CHECK (place BETWEEN 0 AND 9)
);
