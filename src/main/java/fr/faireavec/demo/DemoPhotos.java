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

/** What a phone would have taken at actions nobody ever did. */
final class DemoPhotos {

	private static final int WIDTH = 1280;

	private static final int HEIGHT = 860;

	private static final Color WOOD = new Color(0xC98F5A);

	private static final Color PAPER = new Color(0xF7EBC7);

	private static final Color[] NOTES = { new Color(0xF4B63F), new Color(0x9CC9A3), new Color(0xE98B73),
			new Color(0xA9C7E8) };

	private DemoPhotos() {
	}

	/** A table from above: four cups, and what was written round them. */
	static byte[] table() {
		return taken(new Color(0x6B7F73), (pen) -> {
			pen.setColor(WOOD);
			pen.fillRoundRect(150, 110, 980, 640, 60, 60);
			for (int i = 0; i < 12; i++) {
				pen.setColor(NOTES[i % NOTES.length]);
				int x = 250 + i % 4 * 215;
				int y = 180 + i / 4 * 180;
				pen.fillRect(x, y, 130, 110);
				pen.setColor(new Color(0x3A3A3A));
				for (int line = 0; line < 3; line++) {
					pen.drawLine(x + 15, y + 30 + line * 24, x + 60 + (i * 17 + line * 29) % 55, y + 30 + line * 24);
				}
			}
			for (int i = 0; i < 4; i++) {
				int x = 205 + i * 260;
				int y = (i % 2 == 0) ? 300 : 520;
				pen.setColor(Color.WHITE);
				pen.fillOval(x, y, 110, 110);
				pen.setColor(new Color(0x4A2E1F));
				pen.fillOval(x + 18, y + 18, 74, 74);
			}
		});
	}

	/** Two people before a board. */
	static byte[] people() {
		return taken(new Color(0xE7DCC8), (pen) -> {
			pen.setColor(new Color(0x2F4A45));
			pen.fillRect(330, 90, 620, 380);
			pen.setColor(PAPER);
			for (int line = 0; line < 5; line++) {
				pen.drawLine(390, 160 + line * 58, 640 + line * 37 % 220, 160 + line * 58);
			}
			pen.setColor(WOOD);
			pen.fillRect(0, 760, WIDTH, 100);
			person(pen, 300, new Color(0xB5523B), new Color(0x8A5A3C), new Color(0x2B1B12));
			person(pen, 830, new Color(0x0B5D56), new Color(0xE2B48C), new Color(0x8C8C8C));
		});
	}

	private static void person(Graphics2D pen, int x, Color clothes, Color skin, Color hair) {
		pen.setColor(clothes);
		pen.fillRoundRect(x - 90, 520, 300, 400, 150, 150);
		pen.setColor(hair);
		pen.fillOval(x - 30, 290, 180, 190);
		pen.setColor(skin);
		pen.fillOval(x - 10, 325, 140, 170);
		pen.setColor(new Color(0x2B1B12));
		pen.fillOval(x + 25, 395, 14, 14);
		pen.fillOval(x + 80, 395, 14, 14);
		pen.drawArc(x + 32, 415, 56, 44, 200, 140);
	}

	private static byte[] taken(Color behind, Consumer<Graphics2D> drawing) {
		BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
		Graphics2D pen = image.createGraphics();
		pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		pen.setColor(behind);
		pen.fillRect(0, 0, WIDTH, HEIGHT);
		pen.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
		drawing.accept(pen);
		pen.dispose();
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "jpeg", file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file.toByteArray();
	}

}
