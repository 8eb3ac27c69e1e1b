package org.polywire.samples;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleUnaryOperator;

/** Scenes outdoors: water, hills, fields. */
final class Land {
    private static final int WIDTH = Scenery.WIDTH;
    private static final int HEIGHT = Scenery.HEIGHT;

    private Land() {}

    static void sea(Brush brush) {
        brush.sky(360);
        brush.below(Palette.between(brush.palette().far(), brush.palette().low(), 0.4), brush.ridge(350, 26));
        brush.water(372);
        for (int boat = 0; boat < 3; boat++) {
            double y = 400 + boat * 55 + brush.random().nextDouble(20);
            sail(brush, 120 + brush.random().nextDouble(720), y, 40 + boat * 26);
        }
        lighthouse(brush, 1010 + brush.random().nextDouble(60));
    }

    private static void sail(Brush brush, double x, double y, double size) {
        Color hull = Palette.between(brush.palette().ground(), Color.BLACK, 0.3);
        brush.shape(hull, x - size, y, x + size, y, x + size * 0.7, y + size * 0.28, x - size * 0.7, y + size * 0.28);
        brush.line(hull, 3, x, y, x, y - size * 1.7);
        brush.shape(new Color(0xf8f4ea), x + 4, y - size * 1.6, x + 4, y - 6, x + size * 0.85, y - 6);
        brush.shape(brush.palette().accent(), x - 4, y - size * 1.3, x - 4, y - 6, x - size * 0.7, y - 6);
    }

    private static void lighthouse(Brush brush, double x) {
        Color rock = Palette.between(brush.palette().ground(), Color.BLACK, 0.25);
        brush.shape(rock, x - 150, 440, x - 90, 392, x + 60, 380, WIDTH, 400, WIDTH, 470, x - 40, 474);
        for (int band = 0; band < 5; band++) {
            double top = 220 + band * 34;
            double half = 18 + band * 2.6;
            Color paint = band % 2 == 0 ? new Color(0xf4efe4) : brush.palette().accent();
            brush.shape(paint, x - half, top, x + half, top, x + half + 2.6, top + 34, x - half - 2.6, top + 34);
        }
        brush.box(new Color(0x38404a), x - 22, 214, 44, 7);
        brush.box(new Color(0xffe9a8), x - 12, 190, 24, 24);
        brush.fill(brush.palette().accent(), new Arc2D.Double(x - 16, 172, 32, 36, 0, 180, Arc2D.PIE));
    }

    static void harbour(Brush brush) {
        brush.sky(330);
        brush.below(Palette.between(brush.palette().far(), brush.palette().low(), 0.3), brush.ridge(320, 40));
        brush.water(380);
        brush.box(Palette.between(brush.palette().wall(), Color.BLACK, 0.35), 0, 368, WIDTH, 26);
        for (int crane = 0; crane < 3; crane++) {
            crane(brush, 140 + crane * 330 + brush.random().nextDouble(120));
        }
        crates(brush);
        for (int boat = 0; boat < 3; boat++) {
            fishingBoat(
                    brush,
                    150 + boat * 380 + brush.random().nextDouble(90),
                    470 + brush.random().nextDouble(90));
        }
    }

    private static void crates(Brush brush) {
        for (int stack = 0; stack < 18; stack++) {
            for (int crate = brush.random().nextInt(4); crate > 0; crate--) {
                Color paint = Color.getHSBColor(brush.random().nextFloat(), 0.45f, 0.62f);
                brush.box(paint, stack * 66 + 3, 368 - 22 * crate, 62, 21);
            }
        }
    }

    private static void crane(Brush brush, double x) {
        Color steel = Palette.between(brush.palette().accent(), Color.BLACK, 0.15);
        brush.line(steel, 7, x - 26, 368, x - 10, 170);
        brush.line(steel, 7, x + 26, 368, x + 10, 170);
        brush.line(steel, 5, x - 20, 290, x + 20, 290);
        brush.line(steel, 8, x - 60, 170, x + 190, 150);
        brush.line(steel, 3, x, 120, x + 185, 150);
        brush.line(steel, 7, x, 120, x, 175);
        brush.line(new Color(0x3a3f45), 2, x + 150, 154, x + 150, 262);
    }

    private static void fishingBoat(Brush brush, double x, double y) {
        Color hull = Color.getHSBColor(brush.random().nextFloat(), 0.5f, 0.55f);
        brush.shape(Palette.clear(Color.BLACK, 50), x - 80, y + 36, x + 100, y + 36, x + 70, y + 52, x - 60, y + 52);
        brush.shape(hull, x - 90, y - 4, x + 120, y - 18, x + 80, y + 38, x - 70, y + 38);
        brush.shape(new Color(0xf3ede0), x - 92, y - 8, x + 122, y - 22, x + 118, y - 13, x - 90, y + 2);
        brush.box(new Color(0xf3ede0), x - 46, y - 58, 62, 52);
        brush.box(brush.palette().water(), x - 36, y - 48, 16, 16);
        brush.box(brush.palette().water(), x - 12, y - 48, 16, 16);
        brush.line(new Color(0x4a4038), 4, x + 40, y - 14, x + 40, y - 110);
        brush.line(new Color(0x4a4038), 2, x + 40, y - 108, x + 112, y - 20);
    }

    static void hills(Brush brush) {
        brush.sky(380);
        for (int layer = 0; layer < 5; layer++) {
            Color paint = Palette.between(brush.palette().far(), brush.palette().ground(), layer / 4.0);
            DoubleUnaryOperator ridge = brush.ridge(270 + layer * 75, 70 - layer * 8);
            brush.below(paint, ridge);
            if (layer > 1) {
                woods(brush, ridge, 10 + layer * 5, 22 + layer * 16);
            }
        }
    }

    private static void woods(Brush brush, DoubleUnaryOperator ridge, int count, double size) {
        for (int tree = 0; tree < count; tree++) {
            double x = brush.random().nextDouble(WIDTH);
            brush.tree(x, ridge.applyAsDouble(x) + 8 + brush.random().nextDouble(30), size);
        }
    }

    static void field(Brush brush) {
        brush.sky(330);
        brush.below(brush.palette().far(), brush.ridge(310, 50));
        DoubleUnaryOperator edge = brush.ridge(372, 10);
        brush.below(Palette.between(brush.palette().ground(), brush.palette().wall(), 0.35), edge);
        for (int row = -16; row <= 16; row++) {
            Color green = Palette.between(brush.palette().ground(), Color.BLACK, row % 2 == 0 ? 0.05 : 0.18);
            double far = 600 + row * 26.0;
            double near = 600 + row * 118.0;
            brush.shape(green, far - 3, 384, far + 5, 384, near + 34, HEIGHT, near - 24, HEIGHT);
        }
        farmhouse(brush, 180 + brush.random().nextDouble(760));
        woods(brush, edge, 9, 66);
    }

    private static void farmhouse(Brush brush, double x) {
        brush.box(brush.palette().wall(), x, 318, 130, 66);
        brush.shape(brush.palette().accent(), x - 12, 320, x + 65, 276, x + 142, 320);
        brush.box(brush.palette().ground(), x + 54, 344, 22, 40);
        brush.box(brush.window(), x + 18, 338, 20, 20);
        brush.box(brush.window(), x + 92, 338, 20, 20);
    }

    static void bridge(Brush brush) {
        brush.sky(340);
        brush.below(brush.palette().far(), brush.ridge(310, 60));
        brush.below(brush.palette().ground(), brush.ridge(385, 24));
        brush.water(430);
        Color stone = Palette.between(brush.palette().wall(), brush.palette().far(), 0.25);
        span(brush, stone);
        brush.shape(brush.palette().ground(), 0, 420, 130, 470, 60, HEIGHT, 0, HEIGHT);
        brush.shape(brush.palette().ground(), WIDTH, 410, 1060, 470, 1130, HEIGHT, WIDTH, HEIGHT);
        brush.tree(70, 520, 120);
        brush.tree(1140, 510, 140);
    }

    private static void span(Brush brush, Color stone) {
        brush.box(stone, 0, 330, WIDTH, 34);
        for (int arch = 0; arch < 4; arch++) {
            double x = 40 + arch * 290;
            brush.box(stone, x - 30, 360, 60, 150);
            brush.fill(new GradientPaint(0, 360, stone, 0, 470, brush.palette().far()), spandrel(x + 30));
        }
        brush.box(stone, 1170, 360, 60, 150);
        brush.box(Palette.between(stone, Color.BLACK, 0.3), 0, 326, WIDTH, 6);
    }

    private static Area spandrel(double x) {
        Area area = new Area(new Rectangle2D.Double(x, 360, 230, 110));
        area.subtract(new Area(new Ellipse2D.Double(x, 376, 230, 220)));
        return area;
    }

    static void railway(Brush brush) {
        hills(brush);
        Color bed = Palette.between(brush.palette().wall(), Color.BLACK, 0.45);
        brush.shape(bed, 0, 600, WIDTH, 560, WIDTH, HEIGHT, 0, HEIGHT);
        brush.line(new Color(0x6d6f73), 6, 0, 612, WIDTH, 572);
        for (int car = 0; car < 3; car++) {
            carriage(brush, 120 + car * 330);
        }
    }

    private static void carriage(Brush brush, double x) {
        double y = 598 - x / 30;
        brush.shape(brush.palette().accent(), x, y - 110, x + 318, y - 121, x + 318, y - 21, x, y - 10);
        brush.shape(new Color(0xf5f1e8), x, y - 62, x + 318, y - 73, x + 318, y - 52, x, y - 41);
        for (int pane = 0; pane < 7; pane++) {
            brush.box(brush.window(), x + 16 + pane * 43, y - 102 - pane * 1.5, 32, 32);
        }
        for (int wheel = 0; wheel < 4; wheel++) {
            brush.disc(new Color(0x2d2f33), x + 40 + wheel * 80, y - 8 - wheel * 2.7, 13);
        }
    }
}
