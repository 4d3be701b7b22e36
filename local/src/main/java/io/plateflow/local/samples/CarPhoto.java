package io.plateflow.local.samples;

/** Photos of single cars, for whoever needs some: drawn, never stored. */
public final class CarPhoto {
    static {
        System.setProperty("java.awt.headless", "true"); // before the first use of AWT: no display is needed
    }

    private CarPhoto() {}

    /** A JPEG of the car that carries {@code plate}, at noon; another one for each {@code passing}. */
    public static byte[] of(String plate, long passing) {
        return SamplePhoto.jpeg(Vehicle.of(plate), Daylight.NOON, Spot.CORRIENTES.street, passing);
    }
}
