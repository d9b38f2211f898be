package fr.faireavec.documents;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.jspecify.annotations.Nullable;

/**
 * Bars drawn to be put in somebody's report: on white, with their title, their values and
 * where they come from, in two formats that look alike. Ink alone tells strong bars from
 * the others in grey.
 *
 * @param strong what a filled bar means; null where none is
 * @param source said below
 */
public record ChartPicture(String title, @Nullable String strong, List<Bar> bars, String source) {

	/** In pixels of the SVG; the PNG has twice as many. */
	private static final int WIDTH = 960;

	private static final int MARGIN = 32;

	private static final int LABELS = 300;

	private static final int LONGEST = WIDTH - 2 * MARGIN - LABELS - 150;

	private static final String INK = "#20302f";

	private static final String MUTED = "#55635f";

	private static final String FILLED = "#0b5d56";

	private static final String OUTLINED = "#dcefe9";

	private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

	private static final Map<Typeface, byte[]> FILES = Typeface.read();

	private static final Font REGULAR = font(Typeface.REGULAR);

	private static final Font BOLD = font(Typeface.BOLD);

	public ChartPicture {
		bars = List.copyOf(bars);
	}

	/** One bar: its name, its length, and its length in words. */
	public record Bar(String label, long value, String said, boolean strong) {
	}

	/** Text stays text: it can be read, found and corrected. */
	public byte[] svg() {
		Drawing drawing = drawing();
		StringWriter out = new StringWriter();
		try {
			XMLStreamWriter svg = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
			svg.writeStartDocument("UTF-8", "1.0");
			svg.writeStartElement("svg");
			svg.writeDefaultNamespace("http://www.w3.org/2000/svg");
			svg.writeAttribute("width", Integer.toString(WIDTH));
			svg.writeAttribute("height", Integer.toString(drawing.height));
			svg.writeAttribute("viewBox", "0 0 " + WIDTH + " " + drawing.height);
			svg.writeAttribute("role", "img");
			svg.writeAttribute("font-family",
					"'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', Arial, sans-serif");
			svg.writeStartElement("title");
			svg.writeCharacters(this.title);
			svg.writeEndElement();
			svg.writeEmptyElement("rect");
			svg.writeAttribute("width", "100%");
			svg.writeAttribute("height", "100%");
			svg.writeAttribute("fill", "#ffffff");
			for (Box box : drawing.boxes) {
				svg.writeEmptyElement("rect");
				svg.writeAttribute("x", Double.toString(box.x));
				svg.writeAttribute("y", Double.toString(box.y));
				svg.writeAttribute("width", Double.toString(box.width));
				svg.writeAttribute("height", Double.toString(box.height));
				svg.writeAttribute("rx", "5");
				svg.writeAttribute("fill", box.fill);
				svg.writeAttribute("stroke", INK);
			}
			for (Text text : drawing.texts) {
				svg.writeStartElement("text");
				svg.writeAttribute("x", Double.toString(text.x));
				svg.writeAttribute("y", Double.toString(text.y));
				svg.writeAttribute("font-size", Integer.toString(text.size));
				if (text.bold) {
					svg.writeAttribute("font-weight", "700");
				}
				svg.writeAttribute("fill", text.color);
				svg.writeCharacters(text.words);
				svg.writeEndElement();
			}
			svg.writeEndDocument();
			svg.close();
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException(ex);
		}
		return out.toString().getBytes(StandardCharsets.UTF_8);
	}

	/** For what takes no SVG. */
	public byte[] png() {
		Drawing drawing = drawing();
		BufferedImage image = new BufferedImage(2 * WIDTH, 2 * drawing.height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		try {
			graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
			graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
			graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
			graphics.scale(2, 2);
			graphics.setColor(Color.WHITE);
			graphics.fillRect(0, 0, WIDTH, drawing.height);
			graphics.setStroke(new BasicStroke(1));
			for (Box box : drawing.boxes) {
				RoundRectangle2D shape = new RoundRectangle2D.Double(box.x, box.y, box.width, box.height, 10, 10);
				graphics.setColor(Color.decode(box.fill));
				graphics.fill(shape);
				graphics.setColor(Color.decode(INK));
				graphics.draw(shape);
			}
			for (Text text : drawing.texts) {
				graphics.setColor(Color.decode(text.color));
				graphics.setFont((text.bold ? BOLD : REGULAR).deriveFont((float) text.size));
				graphics.drawString(text.words, (float) text.x, (float) text.y);
			}
		}
		finally {
			graphics.dispose();
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "png", out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	private Drawing drawing() {
		Drawing drawing = new Drawing();
		double y = MARGIN + 22;
		for (String line : lines(this.title, 24, true, WIDTH - 2.0 * MARGIN)) {
			drawing.texts.add(new Text(MARGIN, y, 24, true, INK, line));
			y += 32;
		}
		long longest = Math.max(1, this.bars.stream().mapToLong(Bar::value).max().orElse(0));
		for (Bar bar : this.bars) {
			List<String> label = lines(bar.label(), 17, bar.strong(), LABELS - 16.0);
			double height = Math.max(40, label.size() * 22 + 14);
			double middle = y + height / 2;
			for (int at = 0; at < label.size(); at++) {
				double base = middle + 6 + (at - (label.size() - 1) / 2.0) * 22;
				drawing.texts.add(new Text(MARGIN, base, 17, bar.strong(), INK, label.get(at)));
			}
			double length = Math.max(0, bar.value()) * (double) LONGEST / longest;
			if (bar.value() > 0) {
				drawing.boxes.add(new Box(MARGIN + LABELS, middle - 12, Math.max(3, length), 24,
						bar.strong() ? FILLED : OUTLINED));
			}
			drawing.texts.add(new Text(MARGIN + LABELS + length + 10, middle + 6, 17, true, INK, bar.said()));
			y += height;
		}
		if (this.strong != null && this.bars.stream().anyMatch(Bar::strong)) {
			drawing.boxes.add(new Box(MARGIN + LABELS, y + 8, 26, 14, FILLED));
			drawing.texts.add(new Text(MARGIN + LABELS + 36.0, y + 21, 15, false, INK, this.strong));
			y += 30;
		}
		y += 28;
		for (String line : lines(this.source, 13, false, WIDTH - 2.0 * MARGIN)) {
			drawing.texts.add(new Text(MARGIN, y, 13, false, MUTED, line));
			y += 18;
		}
		drawing.height = (int) Math.ceil(y - 18 + MARGIN);
		return drawing;
	}

	/** Breaks where words do; a word longer than a line stays whole. */
	private static List<String> lines(String words, int size, boolean bold, double width) {
		Font font = (bold ? BOLD : REGULAR).deriveFont((float) size);
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder();
		for (String word : words.split(" ", -1)) {
			String longer = line.isEmpty() ? word : line + " " + word;
			if (!line.isEmpty() && font.getStringBounds(longer, MEASURE).getWidth() > width) {
				lines.add(line.toString());
				line.setLength(0);
				line.append(word);
			}
			else {
				line.setLength(0);
				line.append(longer);
			}
		}
		lines.add(line.toString());
		return lines;
	}

	private static Font font(Typeface face) {
		try {
			return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(FILES.get(face)));
		}
		catch (FontFormatException ex) {
			throw new IllegalStateException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record Box(double x, double y, double width, double height, String fill) {
	}

	private record Text(double x, double y, int size, boolean bold, String color, String words) {
	}

	private static final class Drawing {

		private final List<Box> boxes = new ArrayList<>();

		private final List<Text> texts = new ArrayList<>();

		private int height;

	}

}
