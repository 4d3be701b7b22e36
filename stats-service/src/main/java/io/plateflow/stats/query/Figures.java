package io.plateflow.stats.query;

import java.util.List;

/** Captures, distinct plates, distinct places, charges in force and payments, of all time or of one day. */
record Figures(long captures, long plates, long locations, List<Amount> charged, List<Amount> paid) {}
