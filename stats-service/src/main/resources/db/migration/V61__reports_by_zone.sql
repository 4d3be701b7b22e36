-- Reports go zone by zone: each zone's part of the period lies in one piece, and sums follow the order of the index.
ALTER TABLE stay
  DROP KEY ended,
  ADD KEY ended (zone, to_at, state) COMMENT 'stays that ended in a period, zone by zone';

-- by_service had nothing that by_service_money has not. Figures of one zone read all charges before.
ALTER TABLE charge
  DROP KEY by_service,
  DROP KEY by_time,
  ADD KEY by_time (posted_at, id, currency, amount, zone, tariff) COMMENT 'the list, newest first; money of a period by time of posting',
  ADD KEY by_zone (zone, currency, to_at, amount, voided_at, tariff) COMMENT 'money of one zone; of a period by end of the stay, zone by zone';
