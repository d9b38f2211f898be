package fr.faireavec.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Draws pictures anew, on white. */
final class Drawing {

	private static final int QUARTER = 4;

	private static final int MOST_BYTES = 1_500_000;

	private static final float[] QUALITIES = { 0.8F, 0.6F, 0.4F, 0.2F };

	private Drawing() {
	}

	/** So many pixels a side at the most. */
	static BufferedImage smaller(BufferedImage image, int longest) {
		return turned(image, longest, 0);
	}

	/** The same, turned by so many quarters, as a clock goes. */
	static BufferedImage turned(BufferedImage image, int longest, int quarters) {
		double scale = Math.min(1, (double) longest / Math.max(image.getWidth(), image.getHeight()));
		int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
		int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
		int turn = Math.floorMod(quarters, QUARTER);
		boolean across = turn % 2 == 1;
		BufferedImage drawn = new BufferedImage(across ? height : width, across ? width : height,
				BufferedImage.TYPE_INT_RGB);
		Graphics2D pen = drawn.createGraphics();
		pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		pen.translate(drawn.getWidth() / 2.0, drawn.getHeight() / 2.0);
		pen.transform(AffineTransform.getQuadrantRotateInstance(turn));
		pen.translate(-width / 2.0, -height / 2.0);
		pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
		pen.dispose();
		return drawn;
	}

	/** As a JPEG of {@link StoredFiles}' size at the most, as good as that lets it be. */
	static byte[] lightJpeg(BufferedImage image) {
		byte[] file = new byte[0];
		for (float quality : QUALITIES) {
			file = jpeg(image, quality);
			if (file.length <= MOST_BYTES) {
				break;
			}
		}
		return file;
	}

	/** As a JPEG that says nothing but the picture. */
	private static byte[] jpeg(BufferedImage image, float quality) {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try (ImageOutputStream output = ImageIO.createImageOutputStream(file)) {
			ImageWriteParam how = writer.getDefaultWriteParam();
			how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			how.setCompressionQuality(quality);
			writer.setOutput(output);
			writer.write(null, new IIOImage(image, null, null), how);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			writer.dispose();
		}
		return file.toByteArray();
	}

}
