-- By what a stay is priced while it lasts, and what a charge was worked out from.
ALTER TABLE stay
  ADD mode              VARCHAR(20) NULL COMMENT 'AUTOMATIC, GATED, SIGHTINGS, PASSAGE; NULL on rows older than this column',
  ADD vehicle_class     VARCHAR(50) NULL COMMENT 'of the plate at the opening; NULL when it has none',
  ADD exempt            BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'whether the vehicle pays nothing',
  ADD provisional_until DATETIME(6) NULL COMMENT 'UTC; until when an unfinished stay of a gated zone costs something',
  ADD waived            BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'whether a person voided its charge';

ALTER TABLE charge
  ADD vehicle_class   VARCHAR(50) NULL COMMENT 'that applied; NULL when none did',
  ADD elapsed_seconds BIGINT      NULL COMMENT 'seconds from entry to exit',
  ADD billed_seconds  BIGINT      NULL COMMENT 'seconds that remained once grace and free hours were taken off';
