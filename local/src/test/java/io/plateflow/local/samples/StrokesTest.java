package io.plateflow.local.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.BitSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every character that a plate may carry can be told from every other. */
class StrokesTest {
    private static final String ALL = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final Lettering CUT = new Lettering(37, 65, 9, 8, 15, false);

    @Test
    void drawsEveryLetterAndDigitWithinItsCell() {
        for (int i = 0; i < ALL.length(); i++) {
            String c = ALL.substring(i, i + 1);
            Rectangle2D box = CUT.outline(c).getBounds2D();
            assertThat(box.getHeight()).as("height of %s", c).isBetween(64.0, 65.01);
            assertThat(box.getMinY()).as("top of %s", c).isBetween(-.01, 1.0);
            assertThat(box.getWidth()).as("width of %s", c).isBetween(20.0, 48.0);
        }
    }

    @Test
    void drawsNoTwoCharactersAlike() {
        assertThat(ALL.chars().mapToObj(c -> inkOf(Character.toString(c))).collect(Collectors.toSet()))
                .hasSize(ALL.length());
    }

    @Test
    void knowsNoCharacterThatPlatesDoNotCarry() {
        assertThatThrownBy(() -> Strokes.of('-')).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Strokes.of('Ñ')).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesAsMuchRoomAsItSays() {
        double drawn = CUT.outline("AB 482 HD").getBounds2D().getWidth();

        assertThat(CUT.widthOf("AB 482 HD")).isBetween(drawn - 1, drawn + 4);
    }

    @Test
    void putsTheAccentAboveTheLetter() {
        assertThat(CUT.outline("Ú").getBounds2D().getMinY()).isLessThan(-5);
    }

    /** Which points of a grid 2 mm wide are inked. */
    private static BitSet inkOf(String character) {
        Shape outline = CUT.outline(character);
        BitSet ink = new BitSet();
        for (int x = 0; x < 24; x++) {
            for (int y = 0; y < 33; y++) {
                ink.set(x * 33 + y, outline.contains(x * 2, y * 2));
            }
        }
        return ink;
    }
}
