-- What analysts ask in SQL: docs/analysis.md explains each column, and a test compares the two. Runs on MySQL 8.4 and MariaDB
-- 11.4. Written in short: ${data} is the service's schema, ${read} this one; uuid(x) an id as text; local(x) a time on the
-- site's clocks. Tables stand in subqueries of their own: a locking read of a view locks nothing in them, and the server
-- looks through them all the same.

CREATE OR REPLACE SQL SECURITY DEFINER VIEW ${read}.captures AS
SELECT
  uuid(c.id) AS id,
  c.id AS id_bytes,
  c.captured_at AS captured_at_utc,
  local(c.captured_at) AS captured_at_local,
  c.received_at AS received_at_utc,
  local(c.received_at) AS received_at_local,
  c.status,
  c.plate,
  c.observed,
  c.confidence,
  c.to_review AS needs_review,
  c.reason,
  c.zone,
  c.latitude,
  c.longitude,
  c.location,
  c.camera_id AS camera,
  c.direction,
  c.source,
  c.declared_plate,
  c.flags
FROM (SELECT * FROM ${data}.capture WHERE received_at IS NOT NULL) c;

CREATE OR REPLACE SQL SECURITY DEFINER VIEW ${read}.stays AS
SELECT
  uuid(s.id) AS id,
  s.id AS id_bytes,
  s.plate,
  s.zone,
  s.mode,
  s.state,
  s.from_at AS from_utc,
  local(s.from_at) AS from_local,
  s.to_at AS to_utc,
  local(s.to_at) AS to_local,
  s.closed_by,
  s.last_seen AS last_seen_utc,
  local(s.last_seen) AS last_seen_local,
  TIMESTAMPDIFF(SECOND, s.from_at, s.to_at) AS elapsed_seconds,
  s.latitude,
  s.longitude,
  s.tariff,
  s.vehicle_class,
  s.exempt,
  s.waived,
  s.flags,
  uuid(s.superseded_by) AS superseded_by,
  s.ledger_closed_at AS ledger_closed_at_utc
FROM (SELECT * FROM ${data}.stay) s;

CREATE OR REPLACE SQL SECURITY DEFINER VIEW ${read}.open_stays AS
SELECT
  uuid(s.id) AS id,
  s.id AS id_bytes,
  s.plate,
  s.zone,
  s.from_at AS from_utc,
  local(s.from_at) AS from_local,
  s.last_seen AS last_seen_utc,
  local(s.last_seen) AS last_seen_local,
  TIMESTAMPDIFF(MINUTE, s.from_at, UTC_TIMESTAMP()) AS minutes,
  s.tariff,
  s.vehicle_class,
  s.exempt,
  s.flags
FROM (SELECT * FROM ${data}.stay WHERE state = 'OPEN' AND ledger_closed_at IS NULL) s;

CREATE OR REPLACE SQL SECURITY DEFINER VIEW ${read}.stay_captures AS
SELECT
  uuid(c.stay_id) AS stay,
  c.stay_id AS stay_bytes,
  uuid(c.capture_id) AS capture,
  c.capture_id AS capture_bytes,
  c.place + 1 AS number
FROM (SELECT * FROM ${data}.stay_capture) c;

CREATE OR REPLACE SQL SECURITY DEFINER VIEW ${read}.charges AS
SELECT
  uuid(c.id) AS id,
  c.id AS id_bytes,
  uuid(c.stay_id) AS stay,
  c.stay_id AS stay_bytes,
  c.revision,
  IF(c.voided_at IS NULL, 'ISSUED', 'VOIDED') AS state,
  c.plate,
  c.zone,
  c.from_at AS from_utc,
  local(c.from_at) AS from_local,
  c.to_at AS to_utc,
  local(c.to_at) AS to_local,
  c.service_day AS service_date,
  c.posted_at AS posted_at_utc,
  local(c.posted_at) AS posted_at_local,
  c.voided_at AS voided_at_utc,
  local(c.voided_at) AS voided_at_local,
  c.void_reason,
  c.tariff,
  c.vehicle_class,
  c.elapsed_seconds,
  c.billed_seconds,
  c.flags,
  c.voided_at IS NULL AND COALESCE(FIND_IN_SET('DISPUTED', s.flags), 0) > 0 AS disputed,
  c.amount,
  CAST(IF(c.voided_at IS NULL, COALESCE(p.amount, 0), 0) AS DECIMAL(19, 4)) AS paid,
  CAST(IF(c.voided_at IS NULL, c.amount - COALESCE(p.amount, 0), 0) AS DECIMAL(19, 4)) AS balance,
  c.currency
FROM (SELECT * FROM ${data}.charge WHERE amount IS NOT NULL) c
LEFT JOIN (SELECT id, flags FROM ${data}.stay) s ON s.id = c.stay_id
LEFT JOIN (
  SELECT h.stay_id, t.currency, SUM(t.amount) AS amount
  FROM ${data}.stay_capture h JOIN ${data}.settlement t ON t.capture_id = h.capture_id
  GROUP BY h.stay_id, t.currency
) p ON p.stay_id = c.stay_id AND p.currency = c.currency;

CREATE OR REPLACE SQL SECURITY DEFINER VIEW ${read}.payments AS
SELECT
  uuid(t.request_id) AS id,
  t.request_id AS id_bytes,
  uuid(t.capture_id) AS capture,
  t.capture_id AS capture_bytes,
  c.plate,
  t.zone,
  t.settled_at AS paid_at_utc,
  local(t.settled_at) AS paid_at_local,
  t.settled_day AS paid_date,
  t.settled_by AS taken_by,
  t.method,
  t.reference,
  t.amount,
  t.currency
FROM (SELECT * FROM ${data}.settlement) t
LEFT JOIN (SELECT id, plate FROM ${data}.capture) c ON c.id = t.capture_id;

CREATE OR REPLACE SQL SECURITY DEFINER VIEW ${read}.quarters AS
SELECT
  m.name AS measure,
  m.quarter AS quarter_utc,
  local(m.quarter) AS quarter_local,
  m.zone,
  m.value,
  NULLIF(m.currency, 'XXX') AS currency
FROM (SELECT * FROM ${data}.measure) m;

CREATE OR REPLACE SQL SECURITY DEFINER VIEW ${read}.zones AS
SELECT
  z.id AS zone,
  z.version,
  JSON_VALUE(z.body, '$.mode') AS mode,
  JSON_VALUE(z.body, '$.tariff') AS tariff,
  JSON_VALUE(z.body, '$.timeZone') AS time_zone,
  z.published_at AS published_at_utc,
  local(z.published_at) AS published_at_local,
  z.body AS detail
FROM (SELECT * FROM ${data}.edition WHERE kind = 'zone' AND sent_at IS NOT NULL) z
JOIN (
  SELECT id, MAX(version) AS version FROM ${data}.edition WHERE kind = 'zone' AND sent_at IS NOT NULL GROUP BY id
) n ON n.id = z.id AND n.version = z.version;

CREATE OR REPLACE SQL SECURITY DEFINER VIEW ${read}.tariffs AS
SELECT
  CONCAT(t.id, '@', t.version) AS tariff,
  t.id,
  t.version,
  JSON_VALUE(t.body, '$.tariff.kind') AS kind,
  JSON_VALUE(t.body, '$.tariff.currency') AS currency,
  t.published_at AS published_at_utc,
  local(t.published_at) AS published_at_local,
  t.body AS detail
FROM (SELECT * FROM ${data}.edition WHERE kind = 'tariff' AND sent_at IS NOT NULL) t;

CREATE OR REPLACE SQL SECURITY DEFINER VIEW ${read}.patente (fecha_hora, imagen, ubicacion, patente, latitud, longitud) AS
SELECT c.captured_at, CAST(NULL AS BINARY(1)), c.location, c.plate, c.latitude, c.longitude
FROM (SELECT * FROM ${data}.capture WHERE received_at IS NOT NULL) c;

CREATE OR REPLACE SQL SECURITY DEFINER VIEW ${read}.cobros (patente, tiempo, cobrar) AS
SELECT c.plate, c.from_at, c.amount
FROM (SELECT * FROM ${data}.charge WHERE voided_at IS NULL AND currency = '${currency}') c;

-- Last, so that a version which is there is there whole.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW ${read}.site AS
SELECT '${timeZone}' AS time_zone, '${currency}' AS currency, '${version}' AS version;
