package fr.faireavec.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;

/** A font that documents embed: of each, the letters they use. */
enum Typeface {

	REGULAR("Atkinson", 400, "/fr/faireavec/documents/AtkinsonHyperlegibleNext-Regular.ttf"),

	BOLD("Atkinson", 700, "/fr/faireavec/documents/AtkinsonHyperlegibleNext-Bold.ttf"),

	/** For the letters of names that the first has not: Vietnamese, Greek, Cyrillic… */
	OTHERS("DejaVu", 400, "/net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed.ttf"),

	OTHERS_BOLD("DejaVu", 700, "/net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed-Bold.ttf");

	private final String family;

	private final int weight;

	private final String resource;

	Typeface(String family, int weight, String resource) {
		this.family = family;
		this.weight = weight;
		this.resource = resource;
	}

	/** The file of each. */
	static Map<Typeface, byte[]> read() {
		Map<Typeface, byte[]> files = new EnumMap<>(Typeface.class);
		for (Typeface one : values()) {
			try (InputStream stream = Typeface.class.getResourceAsStream(one.resource)) {
				if (stream == null) {
					throw new IllegalStateException("no font " + one.resource);
				}
				files.put(one, stream.readAllBytes());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return files;
	}

	void addTo(PdfRendererBuilder builder, byte[] file) {
		builder.useFont(() -> new ByteArrayInputStream(file), this.family, this.weight, FontStyle.NORMAL, true);
	}

}
