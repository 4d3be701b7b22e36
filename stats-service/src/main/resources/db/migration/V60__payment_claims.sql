-- A payment is claimed before its command is sent, in the transaction that sends it, wherever it is taken: of two who take one at
-- once, the second is told what the first took.
RENAME TABLE gate_payment TO payment_claim;

ALTER TABLE payment_claim
  MODIFY n          INT            NOT NULL COMMENT 'no smaller than the payments that the stay''s rows showed before: who saw the same ones claims the same number',
  MODIFY attempt    BINARY(16)     NOT NULL COMMENT 'of one person''s Idempotency-Key: a repeat is answered as the first',
  ADD    request_id BINARY(16)     NULL COMMENT 'of the settlement: while that is not there, the payment is on its way to the rows; NULL: one of before, which has arrived',
  ADD    owed       DECIMAL(19, 4) NULL COMMENT 'in units of currency; what was owed before it; NULL where nobody could tell',
  COMMENT 'who took which payment; the payment itself is in settlement';
