package org.polywire.samples;

import java.awt.Color;
import java.util.List;
import java.util.Random;

/**
 * The colours of one light.
 *
 * @param ground near ground and foliage
 * @param accent what catches the eye: sails, awnings, a tram
 */
record Palette(Color high, Color low, Color sun, Color far, Color water, Color ground, Color wall, Color accent) {
    private static final Palette DAWN =
            of(0x6f8fbf, 0xf7d6b0, 0xfff1d0, 0x8a7f9e, 0x7f9bb5, 0x4d5b52, 0xe8d3bd, 0xc8553d);
    private static final Palette DAY =
            of(0x5fa8d3, 0xdcefF5, 0xfffbe6, 0x8fb1a3, 0x2f7ea6, 0x5d8a55, 0xf4ead7, 0xd1495b);
    private static final Palette DUSK =
            of(0x3d4a78, 0xf2a67c, 0xffd49a, 0x5b5580, 0x4a6288, 0x33403f, 0xd7b7a3, 0xe07a5f);
    private static final Palette CLOUDY =
            of(0x93a5b1, 0xdfe5e6, 0xf5f7f5, 0x8b9a9c, 0x5f7f8c, 0x56705a, 0xe3dfd5, 0x2a6f97);
    private static final Palette NIGHT =
            of(0x141e3c, 0x3b4a75, 0xf6f0d8, 0x232c4d, 0x22365c, 0x1a2a2c, 0x57597a, 0xf2b134);

    private static Palette of(int high, int low, int sun, int far, int water, int ground, int wall, int accent) {
        return new Palette(
                new Color(high),
                new Color(low),
                new Color(sun),
                new Color(far),
                new Color(water),
                new Color(ground),
                new Color(wall),
                new Color(accent));
    }

    /** The light that the name asks for, else any by day. */
    static Palette of(String name, Random random) {
        if (name.matches(".*(dawn|morning).*")) {
            return DAWN;
        }
        if (name.matches(".*(dusk|evening|sunset).*")) {
            return DUSK;
        }
        if (name.matches(".*(night|theatre|concert).*")) {
            return NIGHT;
        }
        if (name.matches(".*(storm|rain|fog|winter|snow).*")) {
            return CLOUDY;
        }
        return List.of(DAWN, DAY, DAY, DUSK, CLOUDY).get(random.nextInt(5));
    }

    /** A colour between two, {@code share} of the way to the second. */
    static Color between(Color first, Color second, double share) {
        return new Color(
                (int) (first.getRed() + (second.getRed() - first.getRed()) * share),
                (int) (first.getGreen() + (second.getGreen() - first.getGreen()) * share),
                (int) (first.getBlue() + (second.getBlue() - first.getBlue()) * share));
    }

    static Color clear(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }
}
