-- Cameras, wardens and clients are editions too; their bodies hold the hashes of keys, never a key. Whoever changes any of them
-- holds the row key first, so that no id is given to two kinds.
INSERT INTO edition_lock (name) VALUES ('key'), ('camera'), ('warden'), ('client');
