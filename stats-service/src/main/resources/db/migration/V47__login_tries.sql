-- How often signing in failed, and where from it succeeds. In MySQL, so that neither a restart nor another instance forgets it.
CREATE TABLE login_failure (
  kind     VARCHAR(7)  NOT NULL COMMENT 'PAIR: name and address. ADDRESS. NAME: from any address',
  subject  BINARY(32)  NOT NULL COMMENT 'SHA-256 of what is counted',
  failures INT         NOT NULL COMMENT 'since then',
  since    DATETIME(6) NOT NULL COMMENT 'UTC; the first one of this window',
  PRIMARY KEY (kind, subject),
  KEY by_age (since) COMMENT 'what is forgotten'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'wrong passwords, for names that exist and that do not';

CREATE TABLE login_known (
  subject BINARY(32)  NOT NULL COMMENT 'SHA-256 of name and address',
  last_at DATETIME(6) NOT NULL COMMENT 'UTC; signed in, to the hour',
  PRIMARY KEY (subject),
  KEY by_age (last_at) COMMENT 'what is forgotten'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'where users sign in from: failures elsewhere do not shut them out there';
