ALTER TABLE capture
  ADD correction INT NOT NULL DEFAULT 0 COMMENT 'highest n of a person''s corrections; 0 without one; then plate is as corrected';
