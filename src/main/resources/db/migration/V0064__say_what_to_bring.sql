-- What those who come to a day bring, or do before it: said on its page and in its letters.

ALTER TABLE collective_session ADD COLUMN to_bring varchar(500) NOT NULL DEFAULT '';
