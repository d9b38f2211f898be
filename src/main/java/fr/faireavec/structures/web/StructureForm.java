package fr.faireavec.structures.web;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

import fr.faireavec.kernel.DayKind;
import fr.faireavec.kernel.Departement;
import fr.faireavec.structures.LegalForm;
import fr.faireavec.structures.Rna;
import fr.faireavec.structures.Siret;
import fr.faireavec.structures.Structure;
import fr.faireavec.structures.StructureProfile;
import fr.faireavec.web.Day;
import fr.faireavec.web.KeyedForm;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A structure's sheet as it is typed. */
@SuppressWarnings("MultipleNullnessAnnotations") // null until chosen, never null once
													// valid
class StructureForm extends KeyedForm {

	public int version;

	@NotBlank
	@Size(max = 150)
	@Typed(Typed.As.LINE)
	public String name = "";

	@NotNull
	public @Nullable LegalForm legalForm;

	@Typed(Typed.As.LINE)
	public String siret = "";

	@Typed(Typed.As.LINE)
	public String rna = "";

	@Size(max = 120)
	@Typed(Typed.As.LINE)
	public String sector = "";

	@Size(max = 120)
	@Typed(Typed.As.LINE)
	public String commune = "";

	@Typed(Typed.As.LINE)
	public String departement = "";

	@Day(DayKind.PAST)
	public @Nullable LocalDate memberSince;

	@Day(DayKind.PAST)
	public @Nullable LocalDate charterSignedOn;

	@PositiveOrZero
	public @Nullable Integer serviceUsersPerYear;

	@Size(max = 50)
	public Set<String> accepted = new HashSet<>();

	static StructureForm of(Structure structure) {
		StructureForm form = new StructureForm();
		form.version = structure.getVersion();
		form.name = structure.getName();
		form.legalForm = structure.getLegalForm();
		form.siret = text(structure.getSiret());
		form.rna = text(structure.getRna());
		form.sector = text(structure.getSector());
		form.commune = text(structure.getCommune());
		form.departement = text(structure.getDepartement());
		form.memberSince = structure.getMemberSince();
		form.charterSignedOn = structure.getCharterSignedOn();
		form.serviceUsersPerYear = structure.getServiceUsersPerYear();
		return form;
	}

	/** What it says, once valid; a number that is none is refused beside its field. */
	StructureProfile toProfile() {
		LegalForm chosen = (this.legalForm != null) ? this.legalForm : LegalForm.AUTRE;
		return new StructureProfile(this.name, chosen, Siret.parse(this.siret), Rna.parse(this.rna),
				orNull(this.sector), orNull(this.commune), Departement.parse(this.departement), this.memberSince,
				this.charterSignedOn, this.serviceUsersPerYear);
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

	private static @Nullable String orNull(String typed) {
		return typed.isEmpty() ? null : typed;
	}

}
