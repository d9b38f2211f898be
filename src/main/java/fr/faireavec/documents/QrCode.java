package fr.faireavec.documents;

import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;

/** A square to photograph, as one SVG path over a grid of this side. */
public record QrCode(String path, int side) {

	/** Blank modules around it, as the standard asks. */
	private static final int MARGIN = 4;

	public static QrCode of(String text) {
		BitMatrix bits;
		try {
			bits = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0,
					Map.of(EncodeHintType.MARGIN, MARGIN, EncodeHintType.CHARACTER_SET, "UTF-8"));
		}
		catch (WriterException tooLong) {
			throw new IllegalArgumentException(tooLong);
		}
		StringBuilder path = new StringBuilder();
		for (int y = 0; y < bits.getHeight(); y++) {
			for (int x = 0; x < bits.getWidth(); x++) {
				if (bits.get(x, y)) {
					path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
				}
			}
		}
		return new QrCode(path.toString(), bits.getWidth());
	}

}
