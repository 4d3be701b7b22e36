ALTER TABLE stay
  ADD ledger_closed_at DATETIME(6) NULL COMMENT 'UTC; when billing dropped it past its retention: its state is the last one known and changes no more; NULL while billing keeps it',
  ADD KEY by_ledger (state, ledger_closed_at, zone) COMMENT 'how many are open, and in how many zones';
