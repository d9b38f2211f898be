package fr.faireavec.structures.web;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

import fr.faireavec.kernel.DayKind;
import fr.faireavec.structures.Departement;
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

	private int version;

	@NotBlank
	@Size(max = 150)
	@Typed(Typed.As.LINE)
	private String name = "";

	@NotNull
	private @Nullable LegalForm legalForm;

	@Typed(Typed.As.LINE)
	private String siret = "";

	@Typed(Typed.As.LINE)
	private String rna = "";

	@Size(max = 120)
	@Typed(Typed.As.LINE)
	private String sector = "";

	@Size(max = 120)
	@Typed(Typed.As.LINE)
	private String commune = "";

	@Typed(Typed.As.LINE)
	private String departement = "";

	@Day(DayKind.PAST)
	private @Nullable LocalDate memberSince;

	@Day(DayKind.PAST)
	private @Nullable LocalDate charterSignedOn;

	@PositiveOrZero
	private @Nullable Integer serviceUsersPerYear;

	@Size(max = 50)
	private Set<String> accepted = new HashSet<>();

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

	public int getVersion() {
		return this.version;
	}

	public void setVersion(int version) {
		this.version = version;
	}

	public String getName() {
		return this.name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public @Nullable LegalForm getLegalForm() {
		return this.legalForm;
	}

	public void setLegalForm(@Nullable LegalForm legalForm) {
		this.legalForm = legalForm;
	}

	public String getSiret() {
		return this.siret;
	}

	public void setSiret(String siret) {
		this.siret = siret;
	}

	public String getRna() {
		return this.rna;
	}

	public void setRna(String rna) {
		this.rna = rna;
	}

	public String getSector() {
		return this.sector;
	}

	public void setSector(String sector) {
		this.sector = sector;
	}

	public String getCommune() {
		return this.commune;
	}

	public void setCommune(String commune) {
		this.commune = commune;
	}

	public String getDepartement() {
		return this.departement;
	}

	public void setDepartement(String departement) {
		this.departement = departement;
	}

	public @Nullable LocalDate getMemberSince() {
		return this.memberSince;
	}

	public void setMemberSince(@Nullable LocalDate memberSince) {
		this.memberSince = memberSince;
	}

	public @Nullable LocalDate getCharterSignedOn() {
		return this.charterSignedOn;
	}

	public void setCharterSignedOn(@Nullable LocalDate charterSignedOn) {
		this.charterSignedOn = charterSignedOn;
	}

	public @Nullable Integer getServiceUsersPerYear() {
		return this.serviceUsersPerYear;
	}

	public void setServiceUsersPerYear(@Nullable Integer serviceUsersPerYear) {
		this.serviceUsersPerYear = serviceUsersPerYear;
	}

	public Set<String> getAccepted() {
		return this.accepted;
	}

	public void setAccepted(Set<String> accepted) {
		this.accepted = accepted;
	}

}
