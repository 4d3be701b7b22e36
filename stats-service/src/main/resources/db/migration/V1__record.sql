-- The permanent record. Runs on MySQL 8.4 and MariaDB 11.4. Times are UTC; ids are UUIDs in their 16 bytes.
-- Topics arrive in any relative order, so a row is made by whichever event comes first and completed by the others.

CREATE TABLE capture (
  id              BINARY(16)    NOT NULL COMMENT 'captureId',
  captured_at     DATETIME(6)   NULL COMMENT 'UTC; when the photo was taken; this and the facts below are NULL until a capture or reading brought them',
  local_day       DATE          NULL COMMENT 'day of captured_at in the site''s time zone when the row was written',
  received_at     DATETIME(6)   NULL COMMENT 'UTC; when the gateway had the whole body',
  latitude        DOUBLE        NULL COMMENT 'degrees WGS 84, north positive',
  longitude       DOUBLE        NULL COMMENT 'degrees WGS 84, east positive',
  place_source    VARCHAR(20)   NULL COMMENT 'REQUEST, URL, EXIF, CAMERA',
  time_source     VARCHAR(20)   NULL COMMENT 'REQUEST, EXIF_GPS, EXIF_OFFSET, EXIF_LOCAL, RECEIVED',
  zone            VARCHAR(100)  NULL COMMENT 'zoneId of the place',
  location        VARCHAR(2048) NULL COMMENT 'the sender''s link, else the canonical maps link at 5 decimals',
  url             VARCHAR(2048) NULL COMMENT 'the sender''s link',
  accuracy_meters DOUBLE        NULL COMMENT 'meters; radius of the place''s uncertainty',
  content_type    VARCHAR(40)   NULL COMMENT 'of the image',
  width           INT           NULL COMMENT 'pixels',
  height          INT           NULL COMMENT 'pixels',
  bytes           INT           NULL COMMENT 'bytes of the image',
  sha256          CHAR(64)      NULL COMMENT 'of the image, lower-case hex',
  key_id          VARCHAR(200)  NULL COMMENT 'the API key that sent it',
  camera_id       VARCHAR(200)  NULL COMMENT 'the sender''s name of the camera',
  direction       VARCHAR(20)   NULL COMMENT 'ENTRY, EXIT, PASS, SIGHTING; NULL when not said',
  source          VARCHAR(500)  NULL COMMENT 'the sender''s own word',
  declared_plate  VARCHAR(50)   NULL COMMENT 'typed by a person at the sender',
  priority        VARCHAR(10)   NULL COMMENT 'LIVE, BULK',
  flags           VARCHAR(300)  NULL COMMENT 'names of CaptureFlag, comma separated, sorted',
  attempt         INT           NOT NULL DEFAULT 1 COMMENT 'highest attempt seen; an operator''s replay is n + 1',
  status          VARCHAR(12)   NOT NULL DEFAULT 'PENDING' COMMENT 'PENDING, READ, UNREADABLE, REJECTED',
  end_attempt     INT           NOT NULL DEFAULT 0 COMMENT 'attempt of the end in force; 0 without one',
  ended_at        DATETIME(6)   NULL COMMENT 'UTC; when the end was decided',
  observed        VARCHAR(10)   NULL COMMENT 'plate as read',
  plate           VARCHAR(10)   NULL COMMENT 'effective plate: as read until a person corrects it',
  confidence      DOUBLE        NULL COMMENT '0 to 1',
  to_review       BOOLEAN       NOT NULL DEFAULT FALSE COMMENT 'read, and does not bill until a person confirms it',
  reason          VARCHAR(100)  NULL COMMENT 'why it is unreadable or rejected',
  reading         JSON          NULL COMMENT 'countries, candidates, corners and engine of the end',
  republished     INT           NOT NULL DEFAULT 0 COMMENT 'times it was sent again because it had no end',
  republished_at  DATETIME(6)   NULL COMMENT 'UTC; the last of them',
  PRIMARY KEY (id),
  KEY by_time (captured_at, id) COMMENT 'the list, newest first',
  KEY by_plate (plate, captured_at, id) COMMENT 'the list of one plate or prefix',
  KEY by_zone (zone, captured_at, id) COMMENT 'the list of one zone',
  KEY by_status (status, received_at) COMMENT 'pending and overdue ones, oldest first; the list by status',
  KEY by_review (to_review, captured_at) COMMENT 'how many are to be reviewed',
  KEY by_received (received_at) COMMENT 'when data last came in'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'one row per capture: facts, then its end';

CREATE TABLE capture_image (
  capture_id   BINARY(16)  NOT NULL COMMENT 'captureId',
  content_type VARCHAR(40) NOT NULL COMMENT 'image/jpeg, image/png, image/webp',
  image        MEDIUMBLOB  NOT NULL COMMENT 'bytes as sent, at most 10 MiB',
  PRIMARY KEY (capture_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'apart from capture, so that lists never read a photo';

CREATE TABLE stay (
  id            BINARY(16)   NOT NULL COMMENT 'stayId',
  version       INT          NOT NULL COMMENT 'the higher one is the newer',
  zone          VARCHAR(100) NOT NULL COMMENT 'zoneId',
  plate         VARCHAR(10)  NOT NULL COMMENT 'effective plate',
  state         VARCHAR(20)  NOT NULL COMMENT 'OPEN, CLOSED, NEEDS_REVIEW, SUPERSEDED, CANCELLED',
  latitude      DOUBLE       NOT NULL COMMENT 'degrees WGS 84, of the first sighting',
  longitude     DOUBLE       NOT NULL COMMENT 'degrees WGS 84, of the first sighting',
  from_at       DATETIME(6)  NOT NULL COMMENT 'UTC; first sighting',
  to_at         DATETIME(6)  NULL COMMENT 'UTC; end, NULL while open',
  closed_by     VARCHAR(20)  NULL COMMENT 'EXIT, CHECKOUT',
  last_seen     DATETIME(6)  NOT NULL COMMENT 'UTC; last sighting',
  tariff        VARCHAR(100) NOT NULL COMMENT 'id@version',
  flags         VARCHAR(300) NOT NULL COMMENT 'comma separated, sorted',
  superseded_by BINARY(16)   NULL COMMENT 'stayId that holds its captures now',
  rules_version INT          NOT NULL COMMENT 'of the rules that made it',
  PRIMARY KEY (id),
  KEY by_time (from_at, id) COMMENT 'the list, newest first',
  KEY by_state (state, from_at, id) COMMENT 'the list of one state; how many are open',
  KEY by_state_zone (state, zone, from_at) COMMENT 'zones with open stays; the list of one zone',
  KEY by_plate (plate, from_at, id) COMMENT 'the list of one plate'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'the newest version of each stay';

CREATE TABLE stay_capture (
  stay_id    BINARY(16) NOT NULL COMMENT 'stayId',
  place      INT        NOT NULL COMMENT 'counted from 0, earliest first',
  capture_id BINARY(16) NOT NULL COMMENT 'captureId',
  PRIMARY KEY (stay_id, place),
  KEY by_capture (capture_id) COMMENT 'which stay a capture is in'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'the captures that a stay rests on';

CREATE TABLE charge (
  id            BINARY(16)     NOT NULL COMMENT 'chargeId',
  stay_id       BINARY(16)     NOT NULL COMMENT 'stayId',
  revision      INT            NOT NULL COMMENT 'counted from 1 within the stay',
  zone          VARCHAR(100)   NULL COMMENT 'zoneId; this and all below are NULL until it is issued',
  plate         VARCHAR(10)    NULL COMMENT 'who is charged',
  first_capture BINARY(16)     NULL COMMENT 'captureId',
  from_at       DATETIME(6)    NULL COMMENT 'UTC; start of the stay',
  to_at         DATETIME(6)    NULL COMMENT 'UTC; end of the stay',
  service_day   DATE           NULL COMMENT 'day of to_at in the site''s time zone when the row was written',
  amount        DECIMAL(19, 4) NULL COMMENT 'in units of currency',
  currency      CHAR(3)        NULL COMMENT 'ISO 4217',
  price_lines   JSON           NULL COMMENT 'sum exactly to amount',
  tariff        VARCHAR(100)   NULL COMMENT 'id@version',
  flags         VARCHAR(300)   NULL COMMENT 'comma separated, sorted',
  capture_ids   JSON           NULL COMMENT 'captureIds, earliest first',
  posted_at     DATETIME(6)    NULL COMMENT 'UTC; when it was issued',
  voided_at     DATETIME(6)    NULL COMMENT 'UTC; when it was voided; NULL while in force',
  void_reason   VARCHAR(100)   NULL COMMENT 'recomputed, superseded',
  PRIMARY KEY (id),
  KEY by_stay (stay_id, revision) COMMENT 'the charges of a stay',
  KEY by_time (posted_at, id) COMMENT 'the list, newest first',
  KEY by_plate (plate, posted_at, id) COMMENT 'the list of one plate',
  KEY in_force (voided_at, currency) COMMENT 'the view cobros'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'never edited but for the void that ends it';

CREATE TABLE consumer_offset (
  topic      VARCHAR(100) NOT NULL COMMENT 'with its prefix',
  part       INT          NOT NULL COMMENT 'partition',
  next       BIGINT       NOT NULL COMMENT 'offset of the first record that is not in the rows',
  updated_at DATETIME(6)  NOT NULL COMMENT 'UTC; when it last moved',
  PRIMARY KEY (topic, part)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'moves in one transaction with the rows; whoever expects another value is stale';

CREATE TABLE poison_record (
  topic    VARCHAR(100)   NOT NULL COMMENT 'with its prefix',
  part     INT            NOT NULL COMMENT 'partition',
  position BIGINT         NOT NULL COMMENT 'offset',
  seen_at  DATETIME(6)    NOT NULL COMMENT 'UTC; when it was skipped',
  id       VARBINARY(200) NULL COMMENT 'record key, cut to 200 bytes',
  cause    VARCHAR(500)   NOT NULL COMMENT 'one sentence for a person',
  content  BLOB           NULL COMMENT 'record value, cut to 60,000 bytes',
  PRIMARY KEY (topic, part, position)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'records that nobody could read; skipped, so that they block nobody';

CREATE TABLE distinct_key (
  kind VARCHAR(10)   NOT NULL COMMENT 'plate, location',
  day  DATE          NOT NULL COMMENT 'local day; 1000-01-01 stands for all time',
  name VARBINARY(32) NOT NULL COMMENT 'the plate; SHA-256 of the location',
  n    BIGINT        NOT NULL COMMENT 'captures with it; 0 when none is left',
  PRIMARY KEY (kind, day, name)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'reference counts: a key counts as distinct while n is above 0';

CREATE TABLE total (
  measure  VARCHAR(20)    NOT NULL COMMENT 'captures, plates, locations, charged',
  day      DATE           NOT NULL COMMENT 'local day; 1000-01-01 stands for all time',
  currency CHAR(3)        NOT NULL COMMENT 'ISO 4217; XXX for counts',
  value    DECIMAL(25, 4) NOT NULL COMMENT 'a count, or units of currency',
  PRIMARY KEY (measure, day, currency)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'each equals a full recount of the rows';
