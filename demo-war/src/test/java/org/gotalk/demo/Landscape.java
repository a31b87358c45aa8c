package org.gotalk.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A picture of our own making, for pictures of the chat: the sun over some hills. */
final class Landscape {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 480;
    private static final Color[] HILLS = {
        new Color(0x9c5a6b), new Color(0x6b4569), new Color(0x3c3355), new Color(0x1d2138)
    };

    private Landscape() {}

    static Path in(Path folder) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setPaint(new GradientPaint(0, 0, new Color(0x27406b), 0, HEIGHT * 0.7f, new Color(0xf7b267)));
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        canvas.setPaint(new Color(0xfff1c9));
        canvas.fill(new Ellipse2D.Double(WIDTH * 0.62, HEIGHT * 0.34, 96, 96));
        for (int i = 0; i < HILLS.length; i++) {
            canvas.setPaint(HILLS[i]);
            canvas.fill(hill(i));
        }
        canvas.dispose();
        Path file = folder.resolve("view.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static Path2D hill(int i) {
        double top = HEIGHT * (0.52 + 0.12 * i);
        Path2D hill = new Path2D.Double();
        hill.moveTo(0, HEIGHT);
        for (int x = 0; x <= WIDTH; x += 4) {
            double wave = Math.sin(x * (0.006 + 0.002 * i) + i * 2.1) + 0.4 * Math.sin(x * 0.017 + i);
            hill.lineTo(x, top - 34 * wave);
        }
        hill.lineTo(WIDTH, HEIGHT);
        hill.closePath();
        return hill;
    }
}
