package io.plateflow.domain.place;

import io.plateflow.domain.stay.Rules;

/**
 * Where a capture was taken, as billing sees it.
 *
 * @param zone id of the zone, or {@code auto:} and a geohash
 * @param rules of the zone's version in force
 * @param uncertain whether the place could as well lie on the other side of some zone's border
 */
public record Placed(String zone, Rules rules, boolean uncertain) {}
