package fr.faireavec.sheets;

import fr.faireavec.attendance.Register;
import fr.faireavec.attendance.RegisterReading;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.Parcours;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sheet of a day, to print and sign. */
@Component
@Transactional(readOnly = true)
public class BlankSheets {

	private final RegisterReading reading;

	private final Headings headings;

	private final BlankPrinting printing;

	BlankSheets(RegisterReading reading, Headings headings, BlankPrinting printing) {
		this.reading = reading;
		this.headings = headings;
		this.printing = printing;
	}

	/**
	 * @throws Refusal while the day has no firm date
	 */
	public byte[] print(Parcours parcours, int rank) {
		Register register = this.reading.of(parcours.getId(), rank);
		if (register.slot() == null) {
			throw new Refusal("sheets.noDate");
		}
		return this.printing.print(register, this.headings.of(parcours, register.slot().day()), parcours.getSlug());
	}

}
