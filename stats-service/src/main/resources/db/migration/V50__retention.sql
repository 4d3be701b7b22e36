-- What is deleted when its time is over, and what stays of it. Rows of captures stay, so that a record that comes again finds
-- its id: the key on id stands alone, and nothing is parted by time.
ALTER TABLE capture
  ADD kept          VARCHAR(5)  NOT NULL DEFAULT 'ALL' COMMENT 'ALL; ROW: its photo was deleted; STAY: that too, and the row is kept for its stay; PLACE: all that tells of the vehicle was deleted',
  ADD photo_gone_at DATETIME(6) NULL COMMENT 'UTC; when its photo was deleted; NULL while it is there',
  ADD deleted_at    DATETIME(6) NULL COMMENT 'UTC; when what tells of the vehicle was deleted; NULL while it is there',
  ADD KEY by_kept (kept, zone, received_at, id) COMMENT 'what is to be deleted next, zone by zone, and the oldest photo';

CREATE TABLE carried_over (
  measure VARCHAR(20) NOT NULL COMMENT 'of total: plates',
  day     DATE        NOT NULL COMMENT 'local day; 1000-01-01 stands for all time',
  value   BIGINT      NOT NULL COMMENT 'how many of total.value no row tells of any more',
  PRIMARY KEY (measure, day)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'what totals count of deleted rows: a recount adds it; written with the deletion';

CREATE TABLE purged (
  what VARCHAR(10) NOT NULL COMMENT 'photos, captures',
  day  DATE        NOT NULL COMMENT 'UTC; when they were deleted',
  n    BIGINT      NOT NULL COMMENT 'how many',
  PRIMARY KEY (what, day)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'how much was deleted because its time was over; never more than that';
