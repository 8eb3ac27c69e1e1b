package org.polywire.samples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Strokes that several scenes share, on a canvas of 1200 × 675. */
record Brush(Graphics2D canvas, Palette palette, Random random) {
    private static final int WIDTH = Scenery.WIDTH;
    private static final int HEIGHT = Scenery.HEIGHT;

    void fill(Paint paint, Shape shape) {
        canvas.setPaint(paint);
        canvas.fill(shape);
    }

    void box(Paint paint, double x, double y, double width, double height) {
        fill(paint, new Rectangle2D.Double(x, y, width, height));
    }

    void disc(Paint paint, double x, double y, double radius) {
        fill(paint, new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    void line(Paint paint, double thickness, double x1, double y1, double x2, double y2) {
        canvas.setPaint(paint);
        canvas.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    /** A closed shape through the points, given as x and y in turn. */
    void shape(Paint paint, double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        fill(paint, path);
    }

    /** Everything below a curve. */
    void below(Paint paint, DoubleUnaryOperator curve) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, HEIGHT);
        for (int x = 0; x <= WIDTH; x += 6) {
            path.lineTo(x, curve.applyAsDouble(x));
        }
        path.lineTo(WIDTH, HEIGHT);
        path.closePath();
        fill(paint, path);
    }

    /** A soft ridge around a height: three waves of random length. */
    DoubleUnaryOperator ridge(double height, double size) {
        double first = random.nextDouble(7);
        double second = random.nextDouble(7);
        double third = random.nextDouble(7);
        return x -> height
                + size
                        * (Math.sin(x / 310 + first) * 0.6
                                + Math.sin(x / 130 + second) * 0.3
                                + Math.sin(x / 47 + third) * 0.1);
    }

    /** Sky, sun and clouds down to a horizon. */
    void sky(double horizon) {
        box(new GradientPaint(0, 0, palette.high(), 0, (float) horizon, palette.low()), 0, 0, WIDTH, HEIGHT);
        double x = 150 + random.nextDouble(900);
        double y = 90 + random.nextDouble(horizon / 3);
        for (int ring = 5; ring >= 0; ring--) {
            disc(Palette.clear(palette.sun(), ring == 0 ? 255 : 26), x, y, 36 + ring * 22);
        }
        for (int cloud = 0; cloud < 4; cloud++) {
            cloud(random.nextDouble(WIDTH), 50 + random.nextDouble(horizon / 2));
        }
    }

    private void cloud(double x, double y) {
        Color white = Palette.clear(Palette.between(palette.low(), Color.WHITE, 0.5), 110);
        double width = 120 + random.nextDouble(130);
        fill(white, new Ellipse2D.Double(x - width / 2, y, width, 22));
        fill(white, new Ellipse2D.Double(x - width / 3, y - 14, width / 2, 30));
        fill(white, new Ellipse2D.Double(x, y - 8, width / 3, 24));
    }

    /** Water from a line down to the bottom, with the light on it. */
    void water(double top) {
        Color deep = Palette.between(palette.water(), palette.high(), 0.15);
        Color bright = Palette.between(palette.water(), palette.low(), 0.55);
        box(new GradientPaint(0, (float) top, bright, 0, HEIGHT, deep), 0, top, WIDTH, HEIGHT - top);
        for (int glint = 0; glint < 150; glint++) {
            double y = top + 6 + Math.pow(random.nextDouble(), 1.6) * (HEIGHT - top);
            double length = 8 + (y - top) / 6;
            double x = random.nextDouble(WIDTH);
            line(Palette.clear(palette.low(), 90), 1 + (y - top) / 160, x, y, x + length, y);
        }
    }

    void tree(double x, double y, double size) {
        Color leaves = Palette.between(palette.ground(), palette.far(), random.nextDouble() * 0.3);
        line(Palette.between(palette.ground(), Color.BLACK, 0.4), size / 9, x, y, x, y - size * 0.6);
        disc(leaves, x, y - size * 0.75, size * 0.34);
        disc(leaves, x - size * 0.22, y - size * 0.58, size * 0.24);
        disc(leaves, x + size * 0.22, y - size * 0.58, size * 0.24);
    }

    /** A person of a given height, standing. */
    void person(double x, double y, double height) {
        Color coat = Color.getHSBColor(random.nextFloat(), 0.35f, 0.35f + random.nextFloat() * 0.3f);
        line(coat, height * 0.13, x - height * 0.06, y, x - height * 0.03, y - height * 0.45);
        line(coat, height * 0.13, x + height * 0.07, y, x + height * 0.03, y - height * 0.45);
        line(coat, height * 0.3, x, y - height * 0.42, x, y - height * 0.66);
        disc(new Color(0xc99a78), x, y - height * 0.91, height * 0.1);
    }

    boolean dark() {
        return palette.high().getRed()
                        + palette.high().getGreen()
                        + palette.high().getBlue()
                < 200;
    }

    /** The colour of a window in this light. */
    Color window() {
        boolean lit = random.nextInt(dark() ? 2 : 6) == 0;
        return lit ? new Color(0xffe3a0) : Palette.between(palette.water(), palette.far(), 0.5);
    }
}
