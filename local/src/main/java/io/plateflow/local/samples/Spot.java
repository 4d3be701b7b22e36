package io.plateflow.local.samples;

import io.plateflow.domain.place.Coordinates;

/** Where the sample cameras stand: real places, WGS 84. */
enum Spot {
    /** Av. Corrientes by the Obelisco, Buenos Aires. */
    CORRIENTES("corrientes-1200", -34.60388, -58.38380, 10),
    /** Plaza San Martín, Córdoba. */
    SAN_MARTIN("san-martin-norte", -31.41648, -64.18352, 4),
    /** Monumento a la Bandera, Rosario. */
    BANDERA("bandera-este", -32.94775, -60.63045, 8);

    final String camera;
    /** Seed of what the camera looks at. */
    final long street;

    private final double latitude;
    private final double longitude;

    Spot(String camera, double latitude, double longitude, long street) {
        this.camera = camera;
        this.street = street;
        this.latitude = latitude;
        this.longitude = longitude;
    }

    Coordinates place() {
        return new Coordinates(latitude, longitude);
    }
}
