package fr.faireavec.documents;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;

/**
 * A square found in the picture of a page.
 *
 * @param text what it says
 * @param turn by how many quarters the picture is turned for the square to stand upright,
 * as a clock goes
 */
public record QrReading(String text, int turn) {

	private static final Map<DecodeHintType, Object> HARD = Map.of(DecodeHintType.TRY_HARDER, true);

	/** Corners of a square, as they are given. */
	private static final int TOP_LEFT = 1;

	private static final int TOP_RIGHT = 2;

	/** Ways of looking, the one that finds most first. */
	private static final List<Look> LOOKS = List.of(new Look(1_800, 0, false), new Look(2_800, 0, false),
			new Look(2_800, 20, false), new Look(1_200, 0, true));

	/**
	 * Looks for a square in a picture, upright or not.
	 * @param wanted which, where there are several
	 */
	public static Optional<QrReading> in(BufferedImage picture, Predicate<String> wanted) {
		for (Look look : LOOKS) {
			Optional<QrReading> found = look.at(picture, wanted);
			if (found.isPresent()) {
				return found;
			}
		}
		return Optional.empty();
	}

	/**
	 * One way of looking.
	 *
	 * @param longest so many pixels a side; a smaller picture is drawn larger
	 * @param degrees turned by so many, as a clock goes
	 * @param flat as if the light were the same everywhere
	 */
	private record Look(int longest, int degrees, boolean flat) {

		Optional<QrReading> at(BufferedImage picture, Predicate<String> wanted) {
			BufferedImage grey = grey(picture);
			byte[] light = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
			PlanarYUVLuminanceSource source = new PlanarYUVLuminanceSource(light, grey.getWidth(), grey.getHeight(), 0,
					0, grey.getWidth(), grey.getHeight(), false);
			BinaryBitmap bits = new BinaryBitmap(
					this.flat ? new GlobalHistogramBinarizer(source) : new HybridBinarizer(source));
			try {
				return Arrays.stream(new QRCodeMultiReader().decodeMultiple(bits, HARD))
					.filter((one) -> wanted.test(one.getText()))
					.map((one) -> new QrReading(one.getText(), turn(one)))
					.findFirst();
			}
			catch (NotFoundException none) {
				return Optional.empty();
			}
		}

		/** With room around it, so that no corner is lost in turning. */
		private BufferedImage grey(BufferedImage picture) {
			double scale = Math.min(2, (double) this.longest / Math.max(picture.getWidth(), picture.getHeight()));
			int width = Math.max(1, (int) (picture.getWidth() * scale));
			int height = Math.max(1, (int) (picture.getHeight() * scale));
			int side = (int) Math.hypot(width, height);
			BufferedImage grey = new BufferedImage((this.degrees == 0) ? width : side,
					(this.degrees == 0) ? height : side, BufferedImage.TYPE_BYTE_GRAY);
			Graphics2D pen = grey.createGraphics();
			pen.setColor(Color.WHITE);
			pen.fillRect(0, 0, grey.getWidth(), grey.getHeight());
			pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
			pen.translate(grey.getWidth() / 2.0, grey.getHeight() / 2.0);
			pen.rotate(Math.toRadians(this.degrees));
			pen.translate(-width / 2.0, -height / 2.0);
			pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
			pen.dispose();
			return grey;
		}

		private int turn(Result square) {
			ResultPoint[] corners = square.getResultPoints();
			ResultPoint left = corners[TOP_LEFT];
			ResultPoint right = corners[TOP_RIGHT];
			double askew = Math.toDegrees(Math.atan2(right.getY() - left.getY(), right.getX() - left.getX()))
					- this.degrees;
			return Math.floorMod(-Math.round(askew / 90), 4);
		}

	}

}
