package fr.faireavec.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import fr.faireavec.documents.QrCode;
import fr.faireavec.files.StoredFiles;
import fr.faireavec.scans.PageReading.ReadPage;
import fr.faireavec.sheets.PageCode;

/**
 * Pages of paper as a phone would take them: an A4 at 150 dots an inch, its code at the
 * top right.
 */
public final class Paper {

	private static final int WIDTH = 1240;

	private static final int HEIGHT = 1754;

	/** 25 millimetres. */
	private static final int CODE = 148;

	private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h");

	private Paper() {
	}

	/** A page of a sheet, upright. */
	public static BufferedImage page(PageCode code) {
		return page("https://parcours.example.org" + code.path());
	}

	/** A page whose square says this. */
	public static BufferedImage page(String text) {
		BufferedImage page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
		Graphics2D pen = page.createGraphics();
		pen.setColor(Color.WHITE);
		pen.fillRect(0, 0, WIDTH, HEIGHT);
		pen.setColor(Color.DARK_GRAY);
		for (int y = 400; y < HEIGHT - 100; y += 60) {
			pen.drawLine(80, y, WIDTH - 80, y);
			pen.drawString("Une personne qui signe " + text.hashCode(), 100, y - 20);
		}
		QrCode code = QrCode.of(text);
		double module = (double) CODE / code.side();
		pen.setColor(Color.BLACK);
		pen.translate(WIDTH - 80 - CODE, 80);
		MODULE.matcher(code.path()).results().forEach((MatchResult at) -> {
			int x = (int) Math.round(Integer.parseInt(at.group(1)) * module);
			int y = (int) Math.round(Integer.parseInt(at.group(2)) * module);
			pen.fillRect(x, y, (int) Math.ceil(module), (int) Math.ceil(module));
		});
		pen.dispose();
		return page;
	}

	/** The same on a table, turned by so many degrees, as a clock goes. */
	public static BufferedImage turned(BufferedImage page, double degrees) {
		double sine = Math.abs(Math.sin(Math.toRadians(degrees)));
		double cosine = Math.abs(Math.cos(Math.toRadians(degrees)));
		int width = (int) Math.round(page.getWidth() * cosine + page.getHeight() * sine) + 80;
		int height = (int) Math.round(page.getHeight() * cosine + page.getWidth() * sine) + 80;
		BufferedImage table = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D pen = table.createGraphics();
		pen.setColor(new Color(0x8A6A4A));
		pen.fillRect(0, 0, width, height);
		pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		pen.translate(width / 2.0, height / 2.0);
		pen.rotate(Math.toRadians(degrees));
		pen.drawImage(page, -page.getWidth() / 2, -page.getHeight() / 2, null);
		pen.dispose();
		return table;
	}

	/** The same by a hand that moved: nobody reads its code any more. */
	public static BufferedImage blurred(BufferedImage page) {
		int side = 15;
		float[] same = new float[side * side];
		Arrays.fill(same, 1F / same.length);
		return new ConvolveOp(new Kernel(side, side, same), ConvolveOp.EDGE_NO_OP, null).filter(page, null);
	}

	public static byte[] jpeg(BufferedImage picture) {
		return encoded("jpeg", picture);
	}

	public static byte[] png(BufferedImage picture) {
		return encoded("png", picture);
	}

	/** A file as scanners make them: a picture a page. */
	public static byte[] pdf(byte[]... pictures) {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.writeBytes("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII));
		for (byte[] picture : pictures) {
			file.writeBytes(
					("1 0 obj\n<< /Subtype /Image /Filter /DCTDecode /Length " + picture.length + " >>\nstream\r\n")
						.getBytes(StandardCharsets.US_ASCII));
			file.writeBytes(picture);
			file.writeBytes("\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
		}
		file.writeBytes("%%EOF".getBytes(StandardCharsets.US_ASCII));
		return file.toByteArray();
	}

	/** A page nobody could read, small: of this only. */
	public static ReadPage unread(String mark) {
		byte[] picture = jpeg(new BufferedImage(16, 24, BufferedImage.TYPE_INT_RGB));
		return new ReadPage(StoredFiles.sha256(mark.getBytes(StandardCharsets.UTF_8)), picture, Optional.empty());
	}

	private static byte[] encoded(String kind, BufferedImage picture) {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try {
			ImageIO.write(picture, kind, file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file.toByteArray();
	}

}
