-- A new capture's row is inserted whole, with its entries in every index; to insert its id alone first and complete it when it
-- was found to be new made each entry twice.
ALTER TABLE capture
  ADD made_by BIGINT NOT NULL DEFAULT 0 COMMENT 'a random number of the transaction that made the row, which so knows it for new';

-- A report counts the distinct plates of each zone in a period from the index alone.
ALTER TABLE capture
  DROP KEY by_zone,
  ADD KEY by_zone (zone, captured_at, id, plate) COMMENT 'the list of one zone; its distinct plates in a period';
