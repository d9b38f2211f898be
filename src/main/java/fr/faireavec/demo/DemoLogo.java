package fr.faireavec.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

import javax.imageio.ImageIO;

/**
 * The logos of a funder nobody ever saw, a hill and its sun, and of the network.
 */
final class DemoLogo {

	private static final int WIDTH = 300;

	private static final int HEIGHT = 200;

	private DemoLogo() {
	}

	static byte[] drawn() {
		return image((pen) -> {
			pen.setColor(new Color(0xF4B63F));
			pen.fillOval(170, 20, 90, 90);
			pen.setColor(new Color(0x0B5D56));
			pen.fillArc(-60, 80, 420, 320, 0, 180);
			pen.setColor(Color.WHITE);
			pen.setStroke(new BasicStroke(8));
			pen.drawArc(20, 120, 260, 200, 20, 130);
		});
	}

	/** The network's: three who stand close together. */
	static byte[] ofNetwork() {
		return image((pen) -> {
			pen.setColor(new Color(0x0B5D56));
			pen.fillOval(30, 30, 110, 110);
			pen.setColor(new Color(0xF4B63F));
			pen.fillOval(160, 30, 110, 110);
			pen.setColor(new Color(0xD9573F));
			pen.fillOval(95, 80, 110, 110);
		});
	}

	private static byte[] image(Consumer<Graphics2D> drawing) {
		BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
		Graphics2D pen = image.createGraphics();
		pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		pen.setColor(Color.WHITE);
		pen.fillRect(0, 0, WIDTH, HEIGHT);
		drawing.accept(pen);
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
