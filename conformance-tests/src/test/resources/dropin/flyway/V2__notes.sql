ALTER TABLE dropin_plant ADD COLUMN note VARCHAR(40);
-- a comment; with a semicolon
UPDATE dropin_plant SET note = 'likes ''shade''' WHERE name <> 'oak; not the end';
