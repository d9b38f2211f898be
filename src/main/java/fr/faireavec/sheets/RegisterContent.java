package fr.faireavec.sheets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

import fr.faireavec.attendance.Register;
import fr.faireavec.attendance.SignatureDrawings.Drawing;
import fr.faireavec.attendance.SignatureDrawings.Signed;
import org.jspecify.annotations.Nullable;

/**
 * What a register says, in one order and one writing: the same register always has the
 * same digest, and no word of it can change without changing that.
 */
record RegisterContent(String text) {

	/** A line is its fields, none of which can hold what separates them. */
	private static final String BETWEEN = "\t";

	static RegisterContent of(String slug, Register register, Map<Signed, Drawing> signatures) {
		StringBuilder text = new StringBuilder();
		line(text, "registre", "4");
		line(text, "parcours", slug);
		line(text, "jour", register.rank(), register.title(), register.venue());
		for (Register.Sheet sheet : register.sheets()) {
			line(text, "demi-journée", sheet.ordinal(), sheet.slot().start(), sheet.slot().end());
			for (Register.Line one : sheet.lines()) {
				line(text, "personne", one.name(),
						one.structures()
							.stream()
							.map(Register.StandsFor::structure)
							.sorted()
							.collect(Collectors.joining(" | ")),
						one.status(), one.how(), one.stay().cameAt(), one.stay().leftAt(), one.stay().remote(),
						one.at(), one.by());
				signature(text, signatures.get(new Signed(sheet.halfDayId(), one.personId())));
			}
			for (Register.GuestLine guest : register.guests()) {
				Drawing signature = signatures.get(new Signed(sheet.halfDayId(), guest.id()));
				if (signature != null) {
					line(text, "invitation", guest.name(), guest.organisation());
					signature(text, signature);
				}
			}
			Register.Seal seal = sheet.seal();
			line(text, "contreseing", (seal != null) ? seal.by() : null, (seal != null) ? seal.at() : null);
		}
		for (Register.GuestLine guest : register.guests()) {
			line(text, "invitation", guest.name(), guest.organisation(), guest.represents(), guest.onlyHalf());
		}
		return new RegisterContent(text.toString());
	}

	private static void signature(StringBuilder text, @Nullable Drawing signature) {
		if (signature != null) {
			line(text, "signature", signature.path(), signature.typed(), signature.remote(), signature.shared());
		}
	}

	/** SHA-256, in hexadecimal. */
	String digest() {
		return sha256(this.text.getBytes(StandardCharsets.UTF_8));
	}

	static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private static void line(StringBuilder text, @Nullable Object... fields) {
		for (int i = 0; i < fields.length; i++) {
			Object field = fields[i];
			text.append((i > 0) ? BETWEEN : "").append((field != null) ? field.toString().replaceAll("\\s", " ") : "");
		}
		text.append('\n');
	}

}
