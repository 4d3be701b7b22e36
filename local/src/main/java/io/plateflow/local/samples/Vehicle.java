package io.plateflow.local.samples;

import java.awt.Color;
import java.util.Random;

/**
 * A car that looks the same in every photo of it.
 *
 * @param plate without spaces
 */
record Vehicle(String plate, Body body, Color paint) {
    private static final int[] PAINTS = {
        0xE9EAE8, 0xB9BDC1, 0x7C8288, 0x2A2D31, 0x8F1F22, 0x27456F, 0x5B6E5A, 0xC8BFA9, 0x1D2733, 0xA8431F
    };

    /** The car that carries {@code plate}: its make and paint follow from the plate. */
    static Vehicle of(String plate) {
        Random random = new Random(plate.hashCode() * 31L);
        Body body = switch (random.nextInt(5)) {
            case 0, 1 -> Body.hatchback();
            case 2, 3 -> Body.sedan();
            default -> Body.pickup();
        };
        return new Vehicle(plate, body, Tint.rgb(PAINTS[random.nextInt(PAINTS.length)]));
    }
}
