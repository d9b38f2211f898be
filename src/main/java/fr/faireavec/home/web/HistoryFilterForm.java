package fr.faireavec.home.web;

import java.time.LocalDate;
import java.util.UUID;

import fr.faireavec.audit.AuditFilter;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.web.Day;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the history of a parcours; its names are those of the address.
 */
class HistoryFilterForm {

	@Day(DayKind.FILTER)
	public @Nullable LocalDate du;

	@Day(DayKind.FILTER)
	public @Nullable LocalDate au;

	@Size(max = 160)
	public String qui = "";

	@Size(max = 300)
	public String texte = "";

	AuditFilter in(UUID parcoursId) {
		return new AuditFilter(this.du, this.au, this.qui, "", parcoursId, this.texte);
	}

	boolean isBlank() {
		return this.du == null && this.au == null && this.qui.isBlank() && this.texte.isBlank();
	}

}
