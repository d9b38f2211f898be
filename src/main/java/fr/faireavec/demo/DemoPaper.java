package fr.faireavec.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

import fr.faireavec.parcours.Parcours;
import fr.faireavec.scans.PageReading;
import fr.faireavec.scans.Scanning;
import fr.faireavec.sheets.BlankSheets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** A day whose sheet was printed, signed by pen, and laid upside down in a scanner. */
@Component
@ConditionalOnBooleanProperty("faireavec.demo")
class DemoPaper {

	private static final int DOTS_AN_INCH = 130;

	/** Rows, and where the first is signed, in tenths of a millimetre from the top. */
	private static final int SIGNED = 8;

	private static final int FIRST_ROW = 795;

	private static final int ROW = 87;

	private static final int TENTHS_AN_INCH = 254;

	private final BlankSheets blanks;

	private final PageReading reading;

	private final Scanning scanning;

	DemoPaper(BlankSheets blanks, PageReading reading, Scanning scanning) {
		this.blanks = blanks;
		this.reading = reading;
		this.scanning = scanning;
	}

	void scan(Parcours parcours, int rank) {
		this.reading.read(scanned(this.blanks.print(parcours, rank)), "scan.jpg")
			.forEach((page) -> this.scanning.keep(parcours.getId(), rank, page));
	}

	private static byte[] scanned(byte[] sheet) {
		try (PDDocument document = Loader.loadPDF(sheet)) {
			BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DOTS_AN_INCH, ImageType.RGB);
			BufferedImage scan = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
			Graphics2D pen = scan.createGraphics();
			pen.rotate(Math.PI, page.getWidth() / 2.0, page.getHeight() / 2.0);
			pen.drawImage(page, 0, 0, null);
			pen.scale((double) DOTS_AN_INCH / TENTHS_AN_INCH, (double) DOTS_AN_INCH / TENTHS_AN_INCH);
			pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
			pen.setColor(new Color(0x1F3A93));
			pen.setStroke(new BasicStroke(6));
			for (int row = 0; row < SIGNED; row++) {
				sign(pen, 1_240, FIRST_ROW + row * ROW, row);
				sign(pen, 1_620, FIRST_ROW + row * ROW, row);
			}
			pen.dispose();
			ByteArrayOutputStream file = new ByteArrayOutputStream();
			ImageIO.write(scan, "jpeg", file);
			return file.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A wave of its own for each row. */
	private static void sign(Graphics2D pen, int x, int y, int row) {
		Path2D wave = new Path2D.Double();
		wave.moveTo(x, y);
		for (int i = 1; i <= 4 + row % 3; i++) {
			wave.quadTo(x + i * 40 - 20, y - 25 - (i * 7 + row * 5) % 15, x + i * 40, y + (i * 11 + row) % 12);
		}
		pen.draw(wave);
	}

}
