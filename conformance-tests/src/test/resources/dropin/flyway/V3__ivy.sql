INSERT INTO dropin_plant (name, note) VALUES ('ivy', 'climbs');
