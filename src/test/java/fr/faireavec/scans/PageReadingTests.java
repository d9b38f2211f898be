package fr.faireavec.scans;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;

import fr.faireavec.files.OneByOne;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.scans.PageReading.ReadPage;
import fr.faireavec.sheets.PageCode;
import fr.faireavec.testing.Paper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Pages as people photograph them, and files as people should not send them. */
class PageReadingTests {

	private static final PageCode CODE = new PageCode("pays-des-sources-2026", 3, 2, 4);

	private final PageReading reading = new PageReading(new OneByOne());

	/** However it was laid down, it is known, and shown upright. */
	@ParameterizedTest
	@ValueSource(doubles = { 0, 3, -7, 90, 172, 180, 270, 95 })
	void aPageIsKnownHoweverItLies(double degrees) throws IOException {
		ReadPage page = one(Paper.jpeg(Paper.turned(Paper.page(CODE), degrees)), "photo.JPG");
		assertThat(page.code()).contains(CODE);
		BufferedImage shown = ImageIO.read(new ByteArrayInputStream(page.picture()));
		assertThat(shown.getHeight()).isGreaterThan(shown.getWidth());
		assertThat(one(page.picture(), "a.jpg").picture()).as("upright already").isNotEmpty();
	}

	@Test
	void aPhotoIsMadeSmallerAndStaysReadable() throws IOException {
		BufferedImage large = new BufferedImage(3000, 4200, BufferedImage.TYPE_INT_RGB);
		large.createGraphics().drawImage(Paper.page(CODE), 0, 0, 3000, 4200, null);
		ReadPage page = one(Paper.jpeg(large), "IMG_0001.jpeg");
		assertThat(page.code()).contains(CODE);
		BufferedImage shown = ImageIO.read(new ByteArrayInputStream(page.picture()));
		assertThat(Math.max(shown.getWidth(), shown.getHeight())).as("150 dots an inch of an A4, or more")
			.isBetween(1754, 2400);
		assertThat(page.picture().length).isLessThan(1_500_000);
	}

	/** A page nobody can tell is kept, to be attached by hand. */
	@Test
	void aPageWhoseCodeIsNotOursOrNotReadIsNobodys() {
		assertThat(one(Paper.jpeg(Paper.blurred(Paper.page(CODE))), "a.jpg").code()).isEmpty();
		assertThat(one(Paper.png(Paper.page("https://example.org/salle/abcdef")), "a.png").code()).isEmpty();
	}

	@Test
	void aScannersFileIsItsPages() {
		byte[] first = Paper.jpeg(Paper.page(CODE));
		byte[] second = Paper.jpeg(Paper.turned(Paper.page(new PageCode("pays-des-sources-2026", 3, 1, 4)), 180));
		byte[] logo = Paper.jpeg(new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB));
		List<ReadPage> pages = this.reading.read(Paper.pdf(first, logo, second), "scan.pdf");
		assertThat(pages).extracting((page) -> page.code().map(PageCode::page))
			.containsExactly(Optional.of(2), Optional.of(1));
		assertThat(pages.getFirst().source()).as("the same page, however it came")
			.isEqualTo(one(first, "page.jpg").source());
		refused("%PDF-1.7\n1 0 obj << >> stream\nBT (du texte) ET\nendstream".getBytes(StandardCharsets.UTF_8),
				"texte.pdf", "files.page.noScan");
	}

	/** What a camera says of how it was held counts where no code says it, and goes. */
	@Test
	void aPhotoWithoutCodeStandsAsTheCameraSays() throws IOException {
		byte[] photo = Paper.jpeg(new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB));
		byte[] exif = { 'E', 'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0,
				0, 'G', 'P', 'S' };
		ByteArrayOutputStream held = new ByteArrayOutputStream();
		held.write(photo, 0, 2);
		held.writeBytes(new byte[] { (byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.length + 2) });
		held.writeBytes(exif);
		held.write(photo, 2, photo.length - 2);
		held.writeBytes("PK\u0003\u0004<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
		byte[] shown = one(held.toByteArray(), "../../IMG.jpg").picture();
		BufferedImage upright = ImageIO.read(new ByteArrayInputStream(shown));
		assertThat(upright.getHeight()).isEqualTo(1600);
		assertThat(new String(shown, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "GPS", "script", "PK");
	}

	@Test
	void whatIsNoPageIsRefused() {
		byte[] page = Paper.png(Paper.page(CODE));
		refused(page, "page.jpg", "files.page.ending");
		refused(page, "page", "files.page.ending");
		refused("GIF89a".getBytes(StandardCharsets.UTF_8), "page.gif", "files.page.kind");
		refused("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8), "page.png", "files.page.kind");
		refused(new byte[0], "page.png", "files.empty");
		refused(new byte[15 * 1024 * 1024 + 1], "page.png", "files.page.tooLarge");
		refused(Paper.png(new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB)), "page.png", "files.page.tooSmall");
		refused(java.util.Arrays.copyOf(page, 60), "page.png", "files.unreadable");
		byte[] bomb = page.clone();
		// Its header says 65,000 by 65,000.
		for (int at : new int[] { 18, 19, 22, 23 }) {
			bomb[at] = (byte) 0xFD;
		}
		refused(bomb, "page.png", "files.tooManyPixels");
	}

	private ReadPage one(byte[] file, String name) {
		List<ReadPage> pages = this.reading.read(file, name);
		assertThat(pages).hasSize(1);
		return pages.getFirst();
	}

	private void refused(byte[] file, String name, String why) {
		assertThatExceptionOfType(Refusal.class).as(name)
			.isThrownBy(() -> this.reading.read(file, name))
			.satisfies((refusal) -> assertThat(refusal.messageKey()).isEqualTo(why));
	}

}
