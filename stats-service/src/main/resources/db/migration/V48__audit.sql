-- Who did what. Plates are here only as HMAC-SHA-256 under a key that this database never sees.
CREATE TABLE audit (
  id      BINARY(16)   NOT NULL COMMENT 'of the request, the action and the user: what is sent twice is one row',
  at      DATETIME(6)  NOT NULL COMMENT 'UTC; of what is noted once an hour the first time',
  who     VARCHAR(100) NOT NULL COMMENT 'user name; empty: a name that no account has',
  address VARCHAR(64)  NOT NULL COMMENT 'where the request came from: IPv4 or IPv6',
  action  VARCHAR(20)  NOT NULL COMMENT 'for example CHECKOUT',
  kind    VARCHAR(10)  NULL COMMENT 'of the subject: stay, charge, capture, zone, tariff, user, month, report, list',
  subject VARCHAR(64)  NULL COMMENT 'id of what it was done to; never a plate',
  detail  VARCHAR(100) NULL COMMENT 'in words of the program; never what a person wrote',
  done    BOOLEAN      NOT NULL COMMENT 'FALSE: asked for, and not known to have been accepted',
  PRIMARY KEY (id),
  KEY newest (at, id) COMMENT 'the list, and what is too old',
  KEY by_who (who, at, id) COMMENT 'what one user did',
  KEY by_action (action, at, id) COMMENT 'who did one thing',
  KEY by_subject (subject, at, id) COMMENT 'what was done to one thing'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'who did what, when and from where; never changed but for done, kept two years';

CREATE TABLE audit_plate (
  plate    BINARY(32)  NOT NULL COMMENT 'HMAC-SHA-256 of the plate in normal form',
  audit_id BINARY(16)  NOT NULL COMMENT 'of audit',
  at       DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (plate, audit_id) COMMENT 'who had to do with a plate',
  KEY by_age (at) COMMENT 'what is too old'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'the plates that a row of audit is about';
