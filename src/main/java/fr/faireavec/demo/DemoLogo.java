package fr.faireavec.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

/** The logo of a funder nobody ever saw: a hill and its sun. */
final class DemoLogo {

	private static final int WIDTH = 300;

	private static final int HEIGHT = 200;

	private DemoLogo() {
	}

	static byte[] drawn() {
		BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
		Graphics2D pen = image.createGraphics();
		pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		pen.setColor(Color.WHITE);
		pen.fillRect(0, 0, WIDTH, HEIGHT);
		pen.setColor(new Color(0xF4B63F));
		pen.fillOval(170, 20, 90, 90);
		pen.setColor(new Color(0x0B5D56));
		pen.fillArc(-60, 80, 420, 320, 0, 180);
		pen.setColor(Color.WHITE);
		pen.setStroke(new BasicStroke(8));
		pen.drawArc(20, 120, 260, 200, 20, 130);
		pen.dispose();
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "png", file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file.toByteArray();
	}

}
