CREATE TABLE edition_lock (
  name VARCHAR(10) NOT NULL COMMENT 'zone, tariff, vehicle: whoever holds the row numbers versions of that kind; outbox: sends them',
  PRIMARY KEY (name)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'rows that are only ever locked';

INSERT INTO edition_lock (name) VALUES ('zone'), ('tariff'), ('vehicle'), ('outbox');

CREATE TABLE edition (
  seq          BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'order of publication within a kind',
  kind         VARCHAR(10)  NOT NULL COMMENT 'zone, tariff, vehicle',
  id           VARCHAR(64)  NOT NULL COMMENT 'zoneId, tariff''s id, plate',
  version      INT          NOT NULL COMMENT 'counted from 1 within the id, without gap; 1 of the tariff original is built in and not here',
  published_at DATETIME(6)  NOT NULL COMMENT 'UTC; as in the body; of a zone that could not be sent at once, when it was sent',
  published_by VARCHAR(100) NOT NULL COMMENT 'user name',
  body         MEDIUMTEXT   NOT NULL COMMENT 'JSON, byte for byte what goes to the topic',
  sent_at      DATETIME(6)  NULL COMMENT 'UTC; when the broker had it; NULL until then',
  PRIMARY KEY (kind, id, version),
  UNIQUE KEY in_order (seq),
  KEY to_send (sent_at, seq) COMMENT 'the outbox: what the broker has not yet, in order'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'every version of every zone, tariff and vehicle; none is ever changed once it was sent';
