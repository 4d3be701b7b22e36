package io.plateflow.domain.stay;

/** Which way a vehicle went past the camera; PASS and SIGHTING say only that it was there. */
public enum Direction {
    ENTRY,
    EXIT,
    PASS,
    SIGHTING
}
