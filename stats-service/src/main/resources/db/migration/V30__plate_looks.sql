-- How plates look, for the search of plates that resemble one: each plate under its fold key and under that key less any one
-- character. Two plates within one edit share a variant (Garbe's symmetric deletion).
CREATE TABLE plate_look (
  variant VARCHAR(10) NOT NULL COMMENT 'fold key of the plate, whole or less one character',
  plate   VARCHAR(10) NOT NULL COMMENT 'as it was effective once',
  PRIMARY KEY (variant, plate)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'every plate that was ever effective';
