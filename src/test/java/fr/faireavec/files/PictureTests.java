package fr.faireavec.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.ImageIO;

import fr.faireavec.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Files as people give them, and as others make them. */
class PictureTests {

	@ParameterizedTest
	@ValueSource(
			strings = { "logo.png", "LOGO.PNG", "../../../etc/passwd.png", "C:\\logo\\x.png", "a.jpg.png", ".png" })
	void theNameIsOnlyItsEnding(String name) throws IOException {
		assertThat(size(Picture.drawnAnew(encoded("png", 300, 120), name, 400))).isEqualTo("300 × 120");
	}

	@Test
	void aLargeOneIsMadeSmallerInPortraitToo() throws IOException {
		assertThat(size(Picture.drawnAnew(encoded("jpeg", 800, 1600), "x.jpeg", 400))).isEqualTo("200 × 400");
		assertThat(size(Picture.drawnAnew(encoded("jpeg", 4000, 2), "x.jpg", 400))).isEqualTo("400 × 1");
	}

	/** What is not what its name says, or nothing that is taken. */
	@Test
	void whatIsNoPictureIsRefused() throws IOException {
		refused(encoded("png", 9, 9), "logo.jpg", "files.ending");
		refused(encoded("jpeg", 9, 9), "logo.png", "files.ending");
		refused(encoded("png", 9, 9), "logo.svg", "files.ending");
		for (String text : new String[] { "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
				"<script>alert(1)</script>", "%PDF-1.7", "GIF89a", "PK\u0003\u0004", "x" }) {
			refused(text.getBytes(StandardCharsets.UTF_8), "logo.png", "files.notAPicture");
		}
		// A telephone's own kind is told how to become one that is taken.
		for (String brand : new String[] { "heic", "mif1" }) {
			byte[] heic = ("\0\0\0\u0018ftyp" + brand + "\0\0\0\0").getBytes(StandardCharsets.ISO_8859_1);
			refused(heic, "IMG_1.HEIC", "files.heic");
			refused(heic, "IMG_1.jpg", "files.heic");
		}
		refused("\0\0\0\u0018ftypmp42".getBytes(StandardCharsets.ISO_8859_1), "film.mp4", "files.notAPicture");
		refused(new byte[0], "logo.png", "files.none");
		refused(new byte[Picture.MOST_BYTES + 1], "logo.png", "files.tooLarge");
		byte[] cut = encoded("png", 200, 200);
		refused(Arrays.copyOf(cut, 40), "logo.png", "files.unreadable");
		refused(Arrays.copyOf(cut, 20), "logo.png", "files.unreadable");
		refused(Arrays.copyOf(encoded("jpeg", 90, 90), 60), "logo.jpg", "files.unreadable");
	}

	/** A thousand million pixels in some kilobytes: refused before any is drawn. */
	@Test
	void aBombIsRefusedBeforeItGoesOff() throws IOException {
		byte[] bomb = bomb(40_000, 25_000, 30_000_000);
		assertThat(bomb.length).isLessThan(100_000);
		long before = memory();
		refused(bomb, "logo.png", "files.tooManyPixels");
		refused(bomb(2_000_000, 10, 100), "logo.png", "files.tooManyPixels");
		refused(bomb(Integer.MAX_VALUE, Integer.MAX_VALUE, 100), "logo.png", "files.tooManyPixels");
		assertThat(memory() - before).isLessThan(100_000_000);
	}

	/** A file that is two: what followed the picture, or hid in it, is gone. */
	@Test
	void nothingPassesBesideThePicture() throws IOException {
		String hidden = "GPS 50.123 <script>alert(1)</script> PK\u0003\u0004";
		for (String kind : new String[] { "png", "jpeg" }) {
			ByteArrayOutputStream two = new ByteArrayOutputStream();
			byte[] picture = encoded(kind, 30, 30);
			if ("jpeg".equals(kind)) {
				// As a camera writes it: right after the beginning.
				two.write(picture, 0, 2);
				byte[] exif = ("Exif\0\0" + hidden).getBytes(StandardCharsets.UTF_8);
				two.write(new byte[] { (byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.length + 2) });
				two.write(exif);
				two.write(picture, 2, picture.length - 2);
			}
			else {
				two.write(picture);
			}
			two.write(hidden.getBytes(StandardCharsets.UTF_8));
			assertThat(two.toString(StandardCharsets.ISO_8859_1)).contains("GPS 50.123");
			byte[] anew = Picture.drawnAnew(two.toByteArray(), "photo." + kind, 400);
			assertThat(new String(anew, StandardCharsets.ISO_8859_1)).startsWith("\u0089PNG")
				.doesNotContain("GPS", "script", "Exif");
		}
	}

	private static void refused(byte[] file, String name, String why) {
		assertThatExceptionOfType(Refusal.class).as(name)
			.isThrownBy(() -> Picture.drawnAnew(file, name, 400))
			.satisfies((refusal) -> {
				assertThat(refusal.messageKey()).isEqualTo(why);
				assertThat(refusal.field()).isEqualTo("file");
			});
	}

	private static long memory() {
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	private static String size(byte[] png) throws IOException {
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
		return image.getWidth() + " × " + image.getHeight();
	}

	private static byte[] encoded(String kind, int width, int height) throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), kind, file);
		return file.toByteArray();
	}

	private static byte[] bomb(int width, int height, int zeros) throws IOException {
		ByteArrayOutputStream header = new ByteArrayOutputStream();
		DataOutputStream fields = new DataOutputStream(header);
		fields.writeInt(width);
		fields.writeInt(height);
		fields.write(new byte[] { 1, 0, 0, 0, 0 });
		ByteArrayOutputStream deflated = new ByteArrayOutputStream();
		try (DeflaterOutputStream out = new DeflaterOutputStream(deflated, new Deflater(9))) {
			byte[] some = new byte[10_000];
			for (int i = 0; i < zeros / some.length; i++) {
				out.write(some);
			}
		}
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.write(new byte[] { (byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A });
		chunk(file, "IHDR", header.toByteArray());
		chunk(file, "IDAT", deflated.toByteArray());
		chunk(file, "IEND", new byte[0]);
		return file.toByteArray();
	}

	private static void chunk(ByteArrayOutputStream file, String name, byte[] content) throws IOException {
		DataOutputStream out = new DataOutputStream(file);
		byte[] type = name.getBytes(StandardCharsets.US_ASCII);
		CRC32 sum = new CRC32();
		sum.update(type);
		sum.update(content);
		out.writeInt(content.length);
		out.write(type);
		out.write(content);
		out.writeInt((int) sum.getValue());
	}

}
