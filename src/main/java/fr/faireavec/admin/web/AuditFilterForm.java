package fr.faireavec.admin.web;

import java.time.LocalDate;
import java.util.UUID;

import fr.faireavec.audit.AuditFilter;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.web.Day;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What is looked for in the audit; its names are those of the address. */
class AuditFilterForm {

	@Day(DayKind.FILTER)
	public @Nullable LocalDate du;

	@Day(DayKind.FILTER)
	public @Nullable LocalDate au;

	@Size(max = 160)
	public String qui = "";

	public String quoi = "";

	public @Nullable UUID parcours;

	@Size(max = 300)
	public String texte = "";

	AuditFilter toFilter() {
		return new AuditFilter(this.du, this.au, this.qui, this.quoi, this.parcours, this.texte);
	}

}
