ALTER TABLE capture
  ADD part     INT    NULL COMMENT 'partition of plateflow.captures, for BULK of plateflow.captures.bulk; NULL when a reading told of it first',
  ADD position BIGINT NULL COMMENT 'offset there',
  ADD KEY by_position (priority, part, position) COMMENT 'live events of captures that came in';
