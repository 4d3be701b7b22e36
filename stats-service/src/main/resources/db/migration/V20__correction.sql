CREATE TABLE correction (
  capture_id BINARY(16)   NOT NULL COMMENT 'captureId',
  n          INT          NOT NULL COMMENT 'counted from 1 within the capture; the highest is in force',
  request_id BINARY(16)   NOT NULL COMMENT 'of the request that brought it, for all captures it concerns',
  attempt    INT          NOT NULL COMMENT 'of the end that the person saw; 1 while there was none',
  plate      VARCHAR(10)  NULL COMMENT 'effective plate; NULL when none can be read',
  reason     VARCHAR(500) NOT NULL COMMENT 'the person''s own word',
  decided_by VARCHAR(100) NOT NULL COMMENT 'user name',
  decided_at DATETIME(6)  NOT NULL COMMENT 'UTC',
  sent       BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'whether plateflow.readings has it',
  PRIMARY KEY (capture_id, n) COMMENT 'a number is given out once',
  UNIQUE KEY by_request (request_id, capture_id) COMMENT 'a request that comes twice is one',
  KEY unsent (sent, decided_at) COMMENT 'what is still to be sent, oldest first'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'what persons said that plates are; kept before it is sent';
