-- Reports sum whole months, and those of closed ones again: by what they read alone.
ALTER TABLE stay
  ADD KEY ended (state, to_at, zone) COMMENT 'stays that ended in a period';

ALTER TABLE charge
  ADD KEY by_service_money (to_at, currency, amount, voided_at, zone, tariff) COMMENT 'money of a period by end of the stay',
  ADD KEY by_void (voided_at, currency, amount, zone, tariff) COMMENT 'money of a period by time of voiding';

ALTER TABLE settlement
  ADD KEY by_time (settled_at, currency, amount, zone, settled_day) COMMENT 'what was paid in a period';
