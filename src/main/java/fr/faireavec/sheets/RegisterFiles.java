package fr.faireavec.sheets;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.attendance.Register;
import fr.faireavec.attendance.RegisterReading;
import fr.faireavec.attendance.SignatureDrawings;
import fr.faireavec.attendance.SignatureDrawings.Drawing;
import fr.faireavec.attendance.SignatureDrawings.Signed;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.Parcours;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands out the register of a day as a file. Once it is closed the file is issued: what
 * was handed out is kept, and given again as it was as long as the register says the
 * same.
 */
@Component
@Transactional
public class RegisterFiles {

	private final RegisterReading reading;

	private final Headings headings;

	private final SignatureDrawings signatures;

	private final RegisterPrinting printing;

	private final IssuedFiles issued;

	private final Clock clock;

	RegisterFiles(RegisterReading reading, Headings headings, SignatureDrawings signatures, RegisterPrinting printing,
			IssuedFiles issued, Clock clock) {
		this.reading = reading;
		this.headings = headings;
		this.signatures = signatures;
		this.printing = printing;
		this.issued = issued;
		this.clock = clock;
	}

	/**
	 * @throws Refusal while the day has no firm date
	 */
	public byte[] of(Parcours parcours, int rank) {
		Register register = this.reading.of(parcours.getId(), rank);
		if (register.slot() == null) {
			throw new Refusal("sheets.noDate");
		}
		Instant now = this.clock.instant();
		Map<Signed, Drawing> signatures = signatures(register);
		RegisterFile page = RegisterFile.of(register, signatures);
		Heading heading = this.headings.of(parcours, register.slot().day());
		if (!register.closed()) {
			return this.printing.print(page, heading, null, now);
		}
		String digest = RegisterContent.of(parcours.getSlug(), register, signatures).digest();
		return this.issued.of(parcours.getId(), rank, digest)
			.orElseGet(() -> this.issued.keep(parcours.getId(), rank, digest,
					this.printing.print(page, heading, digest, now), now));
	}

	private Map<Signed, Drawing> signatures(Register register) {
		List<UUID> halfDays = register.sheets().stream().map(Register.Sheet::halfDayId).toList();
		return this.signatures.of(halfDays);
	}

}
