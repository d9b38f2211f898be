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
	private @Nullable LocalDate du;

	@Day(DayKind.FILTER)
	private @Nullable LocalDate au;

	@Size(max = 160)
	private String qui = "";

	private String quoi = "";

	private @Nullable UUID parcours;

	@Size(max = 300)
	private String texte = "";

	AuditFilter toFilter() {
		return new AuditFilter(this.du, this.au, this.qui, this.quoi, this.parcours, this.texte);
	}

	public @Nullable LocalDate getDu() {
		return this.du;
	}

	public void setDu(@Nullable LocalDate du) {
		this.du = du;
	}

	public @Nullable LocalDate getAu() {
		return this.au;
	}

	public void setAu(@Nullable LocalDate au) {
		this.au = au;
	}

	public String getQui() {
		return this.qui;
	}

	public void setQui(String qui) {
		this.qui = qui;
	}

	public String getQuoi() {
		return this.quoi;
	}

	public void setQuoi(String quoi) {
		this.quoi = quoi;
	}

	public @Nullable UUID getParcours() {
		return this.parcours;
	}

	public void setParcours(@Nullable UUID parcours) {
		this.parcours = parcours;
	}

	public String getTexte() {
		return this.texte;
	}

	public void setTexte(String texte) {
		this.texte = texte;
	}

}
