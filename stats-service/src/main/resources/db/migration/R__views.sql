-- The tables of the first program, for its queries:
--   SELECT COUNT(*) FROM patente                   all captures
--   SELECT COUNT(DISTINCT ubicacion) FROM patente  distinct places
--   SELECT SUM(cobrar) FROM cobros                 charges in force

CREATE OR REPLACE VIEW patente (fecha_hora, imagen, ubicacion, patente, latitud, longitud) AS
SELECT c.captured_at, i.image, c.location, c.plate, c.latitude, c.longitude
FROM capture c
LEFT JOIN capture_image i ON i.capture_id = c.id
WHERE c.received_at IS NOT NULL;

CREATE OR REPLACE VIEW cobros (patente, tiempo, cobrar) AS
SELECT plate, from_at, amount
FROM charge
WHERE voided_at IS NULL AND currency = '${currency}';
