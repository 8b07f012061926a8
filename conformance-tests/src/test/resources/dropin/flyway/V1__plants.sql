CREATE TABLE dropin_plant (name VARCHAR(40) PRIMARY KEY);
INSERT INTO dropin_plant (name) VALUES ('oak; not the end'), ('fern'), ('moss');
