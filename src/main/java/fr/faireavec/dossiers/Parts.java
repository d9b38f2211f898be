package fr.faireavec.dossiers;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/** Writes a dossier down in parts, and counts and digests what goes through. */
class Parts extends OutputStream {

	/** Of one part, in bytes. */
	static final int SIZE = 1 << 20;

	private final DossierRows rows;

	private final UUID id;

	private final MessageDigest digest;

	private final byte[] part = new byte[SIZE];

	private int filled;

	private int ordinal;

	private long bytes;

	Parts(DossierRows rows, UUID id, MessageDigest digest) {
		this.rows = rows;
		this.id = id;
		this.digest = digest;
	}

	@Override
	public void write(int one) {
		write(new byte[] { (byte) one }, 0, 1);
	}

	@Override
	public void write(byte[] some, int from, int length) {
		this.digest.update(some, from, length);
		this.bytes += length;
		int at = from;
		int left = length;
		while (left > 0) {
			int taken = Math.min(left, SIZE - this.filled);
			System.arraycopy(some, at, this.part, this.filled, taken);
			this.filled += taken;
			at += taken;
			left -= taken;
			if (this.filled == SIZE) {
				keep();
			}
		}
	}

	@Override
	public void close() {
		if (this.filled > 0) {
			keep();
		}
	}

	private void keep() {
		this.rows.add(this.id, this.ordinal, Arrays.copyOf(this.part, this.filled));
		this.ordinal++;
		this.filled = 0;
	}

	long bytes() {
		return this.bytes;
	}

	/** SHA-256, in hexadecimal, of all that went through: once. */
	String sha256() {
		return HexFormat.of().formatHex(this.digest.digest());
	}

}
