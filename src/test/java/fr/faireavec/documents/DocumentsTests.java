package fr.faireavec.documents;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import fr.faireavec.testing.Pdf;
import fr.faireavec.web.PlainTemplates;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is printed is read by everybody, and prints nothing it was not given. */
class DocumentsTests {

	private static final String ODD = "« L’été d’Anaïs », œuvre : 1\u202f234\u00a0€ → Łucja Őry, Nguyễn Thị Hường, Ελένη, Жанна 🙂 𠮷";

	private final Documents documents = PlainDocuments.of(PlainTemplates.whole(), true);

	@Test
	void everybodyReadsIt() throws IOException {
		List<String> people = IntStream.rangeClosed(1, 60)
			.mapToObj((i) -> "Marie-Françoise d’Hérouville-Saint-Clair " + i)
			.toList();
		Printed printed = this.documents.print(new Printable("tests/letter", "Émargement du jour 4", "Qui était là",
				Map.of("words", ODD + "\u0001", "people", people, "code", QrCode.of("https://example.org/a")),
				Map.of("logo", png(40, 80))));
		if (System.getProperty("faireavec.keep") != null) {
			Files.write(Path.of(System.getProperty("faireavec.keep"), "letter.pdf"), printed.file());
		}
		assertThat(Pdf.archivalFaults(printed.file())).isEmpty();
		assertThat(printed.pages()).isGreaterThan(1).isEqualTo(Pdf.pages(printed.file()));
		assertThat(Pdf.text(printed.file())).contains("Données de démonstration fictives", "« L’été d’Anaïs »",
				"1\u202f234\u00a0€ → Łucja Őry, Nguyễn Thị Hường, Ελένη, Жанна", people.getFirst(), people.getLast());
		assertThat(Pdf.pictures(printed.file())).isOne();
		try (PDDocument document = Loader.loadPDF(printed.file())) {
			assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
			assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Émargement du jour 4");
			assertThat(document.getDocumentCatalog().getDocumentOutline().getFirstChild().getTitle())
				.isEqualTo("Émargement du jour 4");
		}
	}

	/** A listener hears nothing, and no file is seen. */
	@Test
	void itAsksNobodyForAnything(@TempDir Path folder) throws IOException {
		Path picture = Files.write(folder.resolve("secret.png"), png(30, 30));
		try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			listener.setSoTimeout(200);
			String web = "http://localhost:" + listener.getLocalPort();
			String secret = picture.toUri().toString();
			byte[] file = this.documents
				.print(new Printable("tests/curious", "Curieux", "Curieux",
						Map.of("web", web, "file", secret, "drawing", drawing(web, secret))))
				.file();
			assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
			assertThat(Pdf.pictures(file)).isZero();
			assertThat(Pdf.text(file)).contains("Rien d’ailleurs");
		}
	}

	/** The control: given, the picture of that name is shown. */
	@Test
	void aPictureItWasGivenIsSeen() throws IOException {
		assertThat(Pdf.pictures(this.documents
			.print(new Printable("tests/letter", "Un", "Un",
					Map.of("words", "", "people", List.of(), "code", QrCode.of("a")), Map.of("logo", png(10, 10))))
			.file())).isOne();
	}

	@Test
	void whatIsNoXmlOrNamesAFileIsRefused(@TempDir Path folder) {
		assertThatThrownBy(() -> Markup.of("<html><p></html>")).isInstanceOf(IllegalStateException.class);
		assertThatThrownBy(
				() -> Markup.of("<!DOCTYPE html [<!ENTITY a SYSTEM \"" + folder.toUri() + "\">]><html>&a;</html>"))
			.hasMessageContaining("DOCTYPE");
	}

	private static String drawing(String web, String secret) {
		return """
				<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" alt="dessin"
				    width="100" height="100" viewBox="0 0 100 100">
				  <image xlink:href="%s/two.png" width="10" height="10"/><image xlink:href="%s" width="10" height="10"/>
				  <use xlink:href="%s/four.svg#a"/><script xlink:href="%s/five.js"/>
				</svg>""".formatted(web, secret, web, web);
	}

	private static byte[] png(int width, int height) throws IOException {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		ImageIO.write(image, "png", file);
		return file.toByteArray();
	}

}
