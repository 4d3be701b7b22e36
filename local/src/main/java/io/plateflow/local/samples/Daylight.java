package io.plateflow.local.samples;

import java.awt.Color;
import java.time.LocalTime;

/** The light of an hour: the sky's colours, how much of it the street and the car get, what is lit, how grainy it is. */
enum Daylight {
    MORNING(0x7FA9D0, 0xF3DDBE, 0xFFF0DC, .86, .94, .42, false, 2.2),
    NOON(0x4F8FD0, 0xCFE3F2, 0xFFFFFA, 1, 1.02, .5, false, 1.8),
    OVERCAST(0xAEB7BF, 0xDCE0E2, 0xF1F4F7, .84, .92, .26, false, 2.2),
    DUSK(0x46557F, 0xE9A673, 0xFFE2C8, .56, .78, .3, true, 2.8),
    NIGHT(0x0C1220, 0x2B3044, 0xFFF1DA, .24, .72, .2, true, 3.2);

    private final Color light;
    private final double street;
    private final double car;
    final Color skyTop;
    final Color skyLow;
    final double shadow;
    final boolean lampsLit;
    final double grain;

    Daylight(
            int skyTop,
            int skyLow,
            int light,
            double street,
            double car,
            double shadow,
            boolean lampsLit,
            double grain) {
        this.skyTop = Tint.rgb(skyTop);
        this.skyLow = Tint.rgb(skyLow);
        this.light = Tint.rgb(light);
        this.street = street;
        this.car = car;
        this.shadow = shadow;
        this.lampsLit = lampsLit;
        this.grain = grain;
    }

    /** The light at a wall clock's {@code time}; of every third hour of the day the sky is overcast. */
    static Daylight at(LocalTime time) {
        int hour = time.getHour();
        if (hour < 6 || hour >= 20) {
            return NIGHT;
        }
        if (hour >= 18) {
            return DUSK;
        }
        if (hour % 3 == 0) {
            return OVERCAST;
        }
        return hour < 11 ? MORNING : NOON;
    }

    /** What a surface of the street looks like in this light. */
    Color onStreet(int surface) {
        return lit(Tint.rgb(surface), street);
    }

    /** What a surface near the camera looks like; at night it gets the flash. */
    Color onCar(Color surface) {
        return lit(surface, car);
    }

    Color onCar(int surface) {
        return onCar(Tint.rgb(surface));
    }

    private Color lit(Color surface, double strength) {
        return new Color(
                Tint.level(surface.getRed() * strength * light.getRed() / 255),
                Tint.level(surface.getGreen() * strength * light.getGreen() / 255),
                Tint.level(surface.getBlue() * strength * light.getBlue() / 255));
    }
}
