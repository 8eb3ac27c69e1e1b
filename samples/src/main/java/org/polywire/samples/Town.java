package org.polywire.samples;

import java.awt.Color;
import java.awt.GradientPaint;

/** Scenes among houses, and one inside. */
final class Town {
    private static final int WIDTH = Scenery.WIDTH;
    private static final int HEIGHT = Scenery.HEIGHT;

    private Town() {}

    static void skyline(Brush brush) {
        brush.sky(420);
        for (int x = -20; x < WIDTH; x += 70 + brush.random().nextInt(50)) {
            Color far = Palette.between(brush.palette().far(), brush.palette().low(), 0.35);
            brush.box(far, x, 300 - brush.random().nextInt(130), 90, HEIGHT);
        }
        houses(brush, 560);
        pavement(brush, 560);
        people(brush, 7, 640);
    }

    /** A row of houses that stand on a line. */
    private static void houses(Brush brush, double line) {
        double x = -30;
        while (x < WIDTH) {
            double width = 110 + brush.random().nextInt(80);
            house(brush, x, line, width, 190 + brush.random().nextInt(150));
            x += width;
        }
    }

    private static void house(Brush brush, double x, double line, double width, double height) {
        float hue = 0.03f + brush.random().nextFloat() * 0.12f;
        Color paint = Palette.between(
                Color.getHSBColor(hue, 0.28f, 0.92f), brush.palette().wall(), 0.45);
        Color wall = brush.dark() ? Palette.between(paint, Color.BLACK, 0.55) : paint;
        brush.box(
                new GradientPaint((float) x, 0, wall, (float) (x + width), 0, Palette.between(wall, Color.BLACK, 0.08)),
                x,
                line - height,
                width,
                height);
        Color roof = Palette.between(brush.palette().accent(), Color.BLACK, 0.35);
        brush.shape(
                roof,
                x - 5,
                line - height,
                x + width + 5,
                line - height,
                x + width - 8,
                line - height - 30,
                x + 8,
                line - height - 30);
        windows(brush, x, line, width, height);
    }

    private static void windows(Brush brush, double x, double line, double width, double height) {
        int columns = (int) (width / 42);
        double step = width / columns;
        for (double y = line - height + 22; y < line - 80; y += 58) {
            for (int column = 0; column < columns; column++) {
                double left = x + column * step + step / 2 - 11;
                brush.box(Color.WHITE, left - 3, y - 3, 28, 40);
                brush.box(brush.window(), left, y, 22, 34);
            }
        }
        brush.box(Palette.between(brush.palette().accent(), Color.BLACK, 0.5), x + width / 2 - 15, line - 58, 30, 58);
    }

    private static void pavement(Brush brush, double line) {
        Color stone = Palette.between(brush.palette().wall(), Color.BLACK, 0.32);
        brush.box(
                new GradientPaint(0, (float) line, stone, 0, HEIGHT, Palette.between(stone, Color.BLACK, 0.3)),
                0,
                line,
                WIDTH,
                HEIGHT - line);
    }

    private static void people(Brush brush, int count, double line) {
        for (int person = 0; person < count; person++) {
            double depth = brush.random().nextDouble(26);
            brush.person(60 + brush.random().nextDouble(WIDTH - 120), line - 26 + depth, 84 + depth);
        }
    }

    static void market(Brush brush) {
        brush.sky(300);
        houses(brush, 470);
        pavement(brush, 470);
        for (int stall = 0; stall < 4; stall++) {
            stall(brush, 30 + stall * 300 + brush.random().nextInt(40));
        }
        people(brush, 8, 650);
    }

    private static void stall(Brush brush, double x) {
        Color cloth = Color.getHSBColor(brush.random().nextFloat(), 0.55f, 0.75f);
        brush.line(new Color(0x6b5a48), 6, x + 8, 420, x + 8, 590);
        brush.line(new Color(0x6b5a48), 6, x + 222, 420, x + 222, 590);
        for (int stripe = 0; stripe < 10; stripe++) {
            double left = x - 10 + stripe * 25;
            Color paint = stripe % 2 == 0 ? cloth : new Color(0xfaf6ec);
            brush.shape(paint, left + 10, 380, left + 33, 380, left + 25, 440, left, 440);
            brush.disc(paint, left + 12.5, 440, 12.5);
        }
        brush.box(new Color(0x8a6f52), x - 4, 530, 240, 64);
        for (int fruit = 0; fruit < 34; fruit++) {
            Color paint = Color.getHSBColor((fruit / 9) * 0.09f, 0.7f, 0.85f);
            brush.disc(paint, x + 8 + (fruit % 17) * 13.6, 528 - (fruit / 17) * 10, 8);
        }
    }

    static void tram(Brush brush) {
        brush.sky(320);
        houses(brush, 500);
        pavement(brush, 500);
        brush.line(new Color(0x50555a), 5, 0, 604, WIDTH, 604);
        brush.line(new Color(0x50555a), 5, 0, 632, WIDTH, 632);
        brush.line(new Color(0x3c4146), 2, 0, 330, WIDTH, 330);
        vehicle(brush, 240 + brush.random().nextDouble(240));
        people(brush, 5, 660);
    }

    private static void vehicle(Brush brush, double x) {
        Color dark = new Color(0x2d3136);
        brush.line(dark, 3, x + 250, 330, x + 280, 392);
        brush.canvas().setPaint(brush.palette().accent());
        brush.canvas().fillRoundRect((int) x, 392, 560, 206, 40, 40);
        brush.box(new Color(0xf7f2e6), x, 500, 560, 26);
        for (int pane = 0; pane < 7; pane++) {
            brush.canvas().setPaint(brush.window());
            brush.canvas().fillRoundRect((int) x + 20 + pane * 76, 418, 64, 70, 10, 10);
        }
        brush.box(Palette.between(brush.palette().accent(), Color.BLACK, 0.25), x + 168, 412, 4, 180);
        brush.box(Palette.between(brush.palette().accent(), Color.BLACK, 0.25), x + 394, 412, 4, 180);
        for (int wheel = 0; wheel < 4; wheel++) {
            brush.disc(dark, x + 90 + wheel * 125, 600, 19);
        }
        brush.disc(new Color(0xfff0b8), x + 545, 560, 10);
    }

    static void room(Brush brush) {
        interior(brush);
        for (int shelf = 0; shelf < 4; shelf++) {
            books(brush, 90 + shelf * 104);
        }
    }

    static void laboratory(Brush brush) {
        interior(brush);
        for (int shelf = 0; shelf < 4; shelf++) {
            flasks(brush, 90 + shelf * 104);
        }
    }

    /** A light room with windows and people behind a table. */
    private static void interior(Brush brush) {
        Color wall = Palette.between(brush.palette().wall(), Color.WHITE, 0.25);
        brush.box(new GradientPaint(0, 0, wall, 0, 500, Palette.between(wall, Color.BLACK, 0.1)), 0, 0, WIDTH, HEIGHT);
        brush.box(Palette.between(brush.palette().wall(), new Color(0x6b4a32), 0.6), 0, 510, WIDTH, HEIGHT - 510);
        for (int pane = 0; pane < 3; pane++) {
            pane(brush, 90 + pane * 190);
        }
        for (int person = brush.random().nextInt(2); person < 3; person++) {
            brush.person(
                    190 + person * 150 + brush.random().nextDouble(40),
                    620,
                    230 + brush.random().nextDouble(40));
        }
        brush.box(new Color(0x7c5a3d), 120, 540, 520, 22);
        brush.box(new Color(0x6a4b33), 150, 562, 18, 98);
        brush.box(new Color(0x6a4b33), 590, 562, 18, 98);
    }

    private static void flasks(Brush brush, double y) {
        brush.box(new Color(0x9aa7ad), 720, y + 84, 430, 10);
        for (double x = 736; x < 1120; x += 52) {
            Color liquid = Palette.clear(Color.getHSBColor(brush.random().nextFloat(), 0.5f, 0.8f), 190);
            double level = 20 + brush.random().nextInt(26);
            brush.shape(new Color(0xe9f1f3), x + 13, y + 24, x + 23, y + 24, x + 36, y + 84, x, y + 84);
            double narrowing = level * 13 / 60;
            brush.shape(
                    liquid,
                    x + narrowing,
                    y + 84 - level,
                    x + 36 - narrowing,
                    y + 84 - level,
                    x + 36,
                    y + 84,
                    x,
                    y + 84);
        }
    }

    private static void pane(Brush brush, double x) {
        brush.box(Color.WHITE, x - 8, 92, 156, 256);
        Palette palette = brush.palette();
        brush.box(new GradientPaint(0, 100, palette.high(), 0, 340, palette.low()), x, 100, 140, 240);
        brush.shape(palette.far(), x, 300, x + 50, 270, x + 100, 292, x + 140, 276, x + 140, 340, x, 340);
        brush.box(Color.WHITE, x + 66, 100, 8, 240);
        brush.box(Color.WHITE, x, 214, 140, 8);
    }

    private static void books(Brush brush, double y) {
        brush.box(new Color(0x7c5a3d), 720, y + 84, 430, 12);
        double x = 728;
        while (x < 1130) {
            double width = 12 + brush.random().nextInt(16);
            double height = 52 + brush.random().nextInt(28);
            Color spine = Color.getHSBColor(
                    brush.random().nextFloat(), 0.42f, 0.4f + brush.random().nextFloat() * 0.4f);
            brush.box(spine, x, y + 84 - height, width, height);
            x += width + 2;
        }
    }
}
