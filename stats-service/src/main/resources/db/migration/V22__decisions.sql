-- What people decided and what was paid, as the commands topic has it. A request that comes twice is one row.
CREATE TABLE decision (
  request_id BINARY(16)   NOT NULL COMMENT 'repeats of one are one',
  kind       VARCHAR(30)  NOT NULL COMMENT 'stay.checkout, stay.resolve, charge.void, charge.dispute, charge.dispute.resolve, charge.settle',
  zone       VARCHAR(100) NOT NULL COMMENT 'zoneId',
  capture_id BINARY(16)   NOT NULL COMMENT 'captureId: it concerns whichever stay holds it',
  decided_at DATETIME(6)  NOT NULL COMMENT 'UTC; of a checkout, when the stay ends',
  decided_by VARCHAR(100) NOT NULL COMMENT 'user name',
  command    JSON         NOT NULL COMMENT 'as sent',
  PRIMARY KEY (request_id),
  KEY by_capture (capture_id, decided_at) COMMENT 'the decisions about a stay',
  KEY by_time (decided_at, request_id) COMMENT 'the audit, newest first'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'who decided what, when and why';

CREATE TABLE settlement (
  request_id  BINARY(16)     NOT NULL COMMENT 'of its decision',
  zone        VARCHAR(100)   NOT NULL COMMENT 'zoneId',
  capture_id  BINARY(16)     NOT NULL COMMENT 'captureId: it pays for whichever stay holds it',
  settled_at  DATETIME(6)    NOT NULL COMMENT 'UTC',
  settled_by  VARCHAR(100)   NOT NULL COMMENT 'user name',
  settled_day DATE           NOT NULL COMMENT 'day of settled_at in the site''s time zone when the row was written',
  amount      DECIMAL(19, 4) NOT NULL COMMENT 'in units of currency; below zero when money was given back',
  currency    CHAR(3)        NOT NULL COMMENT 'ISO 4217',
  method      VARCHAR(40)    NOT NULL COMMENT 'for example cash',
  reference   VARCHAR(100)   NULL COMMENT 'of the payment, where there is one',
  PRIMARY KEY (request_id),
  KEY by_capture (capture_id) COMMENT 'what was paid for a stay',
  KEY by_day (settled_day, currency) COMMENT 'what was paid on a day',
  KEY by_zone (zone, settled_day) COMMENT 'what was paid in a zone'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'payments; never changed';
