-- What people asked to be erased. The rows outlast the topics, so that what is read again is erased again.
CREATE TABLE erased_plate (
  plate_hash BINARY(32)  NOT NULL COMMENT 'HMAC-SHA-256 of the plate, under a key that neither this database nor the topics have',
  alias      VARCHAR(10) NOT NULL COMMENT 'what stands for the plate in all rows: ten lower-case letters, as no plate has',
  until_at   DATETIME(6) NOT NULL COMMENT 'UTC; what was photographed up to then is erased, whenever it comes',
  PRIMARY KEY (plate_hash),
  UNIQUE KEY by_alias (alias) COMMENT 'no two plates have one alias'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'plates that are erased; never deleted';

CREATE TABLE erasure (
  n          BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'in the order in which they were asked for',
  id         BINARY(16)   NOT NULL COMMENT 'of the request: what is sent twice is one',
  alias      VARCHAR(10)  NULL COMMENT 'of erased_plate; NULL: one capture was meant',
  capture_id BINARY(16)   NULL COMMENT 'captureId; NULL: a plate was meant',
  until_at   DATETIME(6)  NOT NULL COMMENT 'UTC; as in erased_plate when it was asked for',
  asked_at   DATETIME(6)  NOT NULL COMMENT 'UTC',
  asked_by   VARCHAR(100) NOT NULL COMMENT 'user name',
  reason     VARCHAR(500) NOT NULL COMMENT 'the person''s own word; the alias where it named the plate',
  plate      VARCHAR(10)  NULL COMMENT 'in clear until no row has it any more',
  captures   BIGINT       NOT NULL DEFAULT 0 COMMENT 'erased so far, but for those that came later',
  looked_in  INT          NOT NULL DEFAULT 0 COMMENT 'how many tables were looked through for texts that name the plate',
  looked_to  BINARY(16)   NOT NULL DEFAULT '' COMMENT 'how far the next one was: the key of its last row',
  done_at    DATETIME(6)  NULL COMMENT 'UTC; when no row had it any more; NULL until then',
  PRIMARY KEY (id),
  UNIQUE KEY in_order (n) COMMENT 'the newest; the list',
  KEY to_do (done_at, n) COMMENT 'what is still to be erased'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'who asked for what to be erased, and how far it is; never deleted';
