ALTER TABLE stay
  ADD KEY by_end (zone, state, to_at, id) COMMENT 'simulations: the stays of a zone that ended in a period',
  ADD KEY by_tariff (tariff, from_at) COMMENT 'what a version of a tariff would change';
