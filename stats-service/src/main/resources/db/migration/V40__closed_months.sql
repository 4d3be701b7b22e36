-- Months that an administrator closed: what their reports said then. Rows here are written once, in one transaction.
CREATE TABLE closed_month (
  month     CHAR(7)      NOT NULL COMMENT 'yyyy-mm, of the site''s time zone',
  closed_at DATETIME(6)  NOT NULL COMMENT 'UTC',
  closed_by VARCHAR(100) NOT NULL COMMENT 'user name',
  PRIMARY KEY (month) COMMENT 'a month is closed once'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'who closed which month, and when; never changed';

CREATE TABLE closed_report (
  month     CHAR(7)     NOT NULL COMMENT 'of closed_month',
  basis     VARCHAR(10) NOT NULL COMMENT 'service, posted',
  report_by VARCHAR(10) NOT NULL COMMENT 'zone, day, tariff: what the rows are',
  csv       MEDIUMBLOB  NOT NULL COMMENT 'UTF-8; the whole report, byte for byte as it is served',
  sha256    CHAR(64)    NOT NULL COMMENT 'of csv, lower-case hex',
  PRIMARY KEY (month, basis, report_by)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'the reports of closed months; never changed';

CREATE TABLE closed_figure (
  month    CHAR(7)        NOT NULL COMMENT 'of closed_month: whose report says it',
  basis    VARCHAR(10)    NOT NULL COMMENT 'service, posted',
  of_month CHAR(7)        NOT NULL COMMENT 'what it counts in: the month itself, or an earlier closed one that it adjusts',
  measure  VARCHAR(10)    NOT NULL COMMENT 'captures, stays, issued, voided, paid',
  currency CHAR(3)        NOT NULL COMMENT 'ISO 4217; XXX for counts',
  value    DECIMAL(25, 4) NOT NULL COMMENT 'a count, or units of currency',
  PRIMARY KEY (month, basis, of_month, measure, currency),
  KEY by_subject (basis, of_month) COMMENT 'what was reported of a month so far'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'sums of the reports of closed months: what differs from them now is an adjustment; never changed';
