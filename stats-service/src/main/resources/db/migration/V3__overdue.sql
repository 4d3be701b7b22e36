ALTER TABLE capture
  ADD KEY by_progress (priority, ended_at, received_at) COMMENT 'how far the readers are';
