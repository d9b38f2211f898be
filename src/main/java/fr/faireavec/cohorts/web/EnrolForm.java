package fr.faireavec.cohorts.web;

import fr.faireavec.kernel.DayKind;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Departement;
import fr.faireavec.structures.LegalForm;
import fr.faireavec.structures.Siret;
import fr.faireavec.structures.StructureProfile;
import fr.faireavec.web.Day;
import fr.faireavec.web.KeyedForm;
import fr.faireavec.web.NotCalledOptional;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A structure to let in: one of the directory, or a new one. */
class EnrolForm extends KeyedForm {

	@NotCalledOptional
	public @Nullable UUID structure;

	@NotCalledOptional
	@Size(max = 150)
	@Typed(Typed.As.LINE)
	public String name = "";

	public @Nullable LegalForm legalForm = LegalForm.ASSOCIATION;

	@Size(max = 120)
	@Typed(Typed.As.LINE)
	public String commune = "";

	@Typed(Typed.As.LINE)
	public String departement = "";

	@Size(max = 40)
	@Typed(Typed.As.LINE)
	public String siret = "";

	@NotNull
	@Day(DayKind.COURSE)
	public @Nullable LocalDate activeFrom;

	@Size(max = 50)
	public Set<String> accepted = new HashSet<>();

	static EnrolForm from(LocalDate activeFrom) {
		EnrolForm form = new EnrolForm();
		form.activeFrom = activeFrom;
		return form;
	}

	/**
	 * Whether it describes a structure rather than choosing one; never both, nor none.
	 */
	boolean describesOne() {
		if (this.structure != null && !this.name.isEmpty()) {
			throw Refusal.of("structure", "cohorts.enrol.both");
		}
		if (this.structure == null && this.name.isEmpty()) {
			throw Refusal.of("structure", "cohorts.enrol.neither");
		}
		return this.structure == null;
	}

	StructureProfile toProfile() {
		if (this.legalForm == null) {
			throw Refusal.of("legalForm", "cohorts.enrol.legalForm");
		}
		return new StructureProfile(this.name, this.legalForm, Siret.parse(this.siret), null, null,
				orNull(this.commune), Departement.parse(this.departement), null, null, null);
	}

	private static @Nullable String orNull(String typed) {
		return typed.isEmpty() ? null : typed;
	}

}
