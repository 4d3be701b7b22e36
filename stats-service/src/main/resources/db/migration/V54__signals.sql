-- When each camera was last heard of, by the gateway's clock: a camera whose own clock is wrong is not found by it. It is
-- written behind the captures, so that no two batches wait for each other's camera.
CREATE TABLE camera_signal (
  key_id      VARCHAR(200) NOT NULL COMMENT 'the API key that sent it',
  camera      VARCHAR(200) NOT NULL COMMENT 'the sender''s name of the camera; empty: none was given',
  received_at DATETIME(6)  NOT NULL COMMENT 'UTC; when the gateway had its latest photo',
  captured_at DATETIME(6)  NOT NULL COMMENT 'UTC; when that was taken, as it says',
  capture_id  BINARY(16)   NOT NULL COMMENT 'captureId of that; its row may be deleted',
  skew_millis BIGINT       NULL COMMENT 'ms; median of received_at - captured_at over its latest 25 photos; NULL where it names no times',
  PRIMARY KEY (key_id, camera),
  KEY newest (received_at) COMMENT 'the list'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'the latest photo of each camera';

INSERT IGNORE INTO camera_signal (key_id, camera, received_at, captured_at, capture_id)
SELECT c.key_id, c.camera_id, c.received_at, c.captured_at, c.id
FROM (SELECT key_id, camera_id, MAX(received_at) AS last FROM capture
      WHERE camera_id IS NOT NULL AND received_at IS NOT NULL GROUP BY key_id, camera_id) l
JOIN capture c ON c.received_at = l.last AND c.camera_id = l.camera_id AND c.key_id = l.key_id;
