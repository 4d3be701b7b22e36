ALTER TABLE capture
  ADD KEY by_camera (camera_id, captured_at, id) COMMENT 'the vehicles at one gate, newest first';

-- Taken before the payment is sent, in the transaction that sends it: of two gates that take a payment at once one is refused.
CREATE TABLE gate_payment (
  stay_id  BINARY(16)     NOT NULL COMMENT 'stayId',
  n        INT            NOT NULL COMMENT 'payments that the stay''s rows showed before: who saw the same number pays for the same',
  attempt  BINARY(16)     NOT NULL COMMENT 'of one person''s Idempotency-Key: a repeat is answered as the first',
  amount   DECIMAL(19, 4) NOT NULL COMMENT 'in units of currency',
  currency CHAR(3)        NOT NULL COMMENT 'ISO 4217',
  method   VARCHAR(40)    NOT NULL COMMENT 'for example cash',
  paid_by  VARCHAR(100)   NOT NULL COMMENT 'user name',
  paid_at  DATETIME(6)    NOT NULL COMMENT 'UTC',
  PRIMARY KEY (stay_id, n) COMMENT 'a payment is taken once'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'who took which payment at a gate; the payment itself is in settlement';
