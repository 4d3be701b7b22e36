-- Who may sign in. The first three have their passwords in the service's settings, so that they are never lost with this table.
CREATE TABLE account (
  name       VARCHAR(64)  NOT NULL COMMENT 'what people sign in with; lower case',
  role       VARCHAR(10)  NOT NULL COMMENT 'ANALYST, OPERATOR, ADMIN',
  enabled    BOOLEAN      NOT NULL COMMENT 'whether it may sign in',
  password   VARCHAR(200) NULL COMMENT '{algorithm} and hash; NULL: the settings have it',
  epoch      INT          NOT NULL COMMENT 'one more with every change; sessions of an earlier one have ended',
  created_at DATETIME(6)  NOT NULL COMMENT 'UTC',
  created_by VARCHAR(100) NOT NULL COMMENT 'user name; empty for the first three',
  PRIMARY KEY (name)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'never deleted: what somebody did bears the name';

INSERT INTO account (name, role, enabled, password, epoch, created_at, created_by) VALUES
  ('analyst', 'ANALYST', TRUE, NULL, 1, UTC_TIMESTAMP(6), ''),
  ('operator', 'OPERATOR', TRUE, NULL, 1, UTC_TIMESTAMP(6), ''),
  ('admin', 'ADMIN', TRUE, NULL, 1, UTC_TIMESTAMP(6), '');
