INSERT INTO dropin_plant (name, note) VALUES ('fern', 'is there already');
