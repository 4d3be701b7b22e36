-- Additive measures per quarter of an hour of UTC: all time zones' days, hours, weeks and months begin on one.
CREATE TABLE measure (
  name     VARCHAR(12)    NOT NULL COMMENT 'captures, read, unreadable, rejected: by time of the photo. issued, charged: by end of the stay, in force. posted: charges by time of issue, less voids by theirs. paid',
  quarter  DATETIME       NOT NULL COMMENT 'UTC; begin of the quarter of an hour',
  zone     VARCHAR(100)   NOT NULL COMMENT 'zoneId',
  currency CHAR(3)        NOT NULL COMMENT 'ISO 4217; XXX for counts',
  value    DECIMAL(25, 4) NOT NULL COMMENT 'a count, or units of currency',
  PRIMARY KEY (name, quarter, zone, currency),
  KEY by_zone (zone, name, quarter) COMMENT 'the series of one zone'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'each equals a full recount of the rows';

INSERT INTO measure (name, quarter, zone, currency, value)
SELECT name, TIMESTAMP(DATE(at), SEC_TO_TIME(900 * FLOOR(TIME_TO_SEC(TIME(at)) / 900))), zone, currency, SUM(value)
FROM (
  SELECT 'captures' AS name, captured_at AS at, zone, 'XXX' AS currency, 1 AS value FROM capture WHERE received_at IS NOT NULL
  UNION ALL SELECT LOWER(status), captured_at, zone, 'XXX', 1 FROM capture WHERE received_at IS NOT NULL AND status <> 'PENDING'
  UNION ALL SELECT 'issued', to_at, zone, 'XXX', 1 FROM charge WHERE amount IS NOT NULL AND voided_at IS NULL
  UNION ALL SELECT 'charged', to_at, zone, currency, amount FROM charge WHERE amount IS NOT NULL AND voided_at IS NULL
  UNION ALL SELECT 'posted', posted_at, zone, currency, amount FROM charge WHERE amount IS NOT NULL
  UNION ALL SELECT 'posted', voided_at, zone, currency, -amount FROM charge WHERE amount IS NOT NULL AND voided_at IS NOT NULL
  UNION ALL SELECT 'paid', settled_at, zone, currency, amount FROM settlement
) rows_so_far GROUP BY 1, 2, 3, 4;

ALTER TABLE charge
  ADD KEY by_service (to_at) COMMENT 'revenue of a period';
