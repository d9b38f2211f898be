package fr.faireavec.structures;

import java.time.LocalDate;
import java.util.UUID;

import fr.faireavec.kernel.CleanText;
import fr.faireavec.kernel.Identified;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/** An organisation of the social economy. */
@Entity
public class Structure extends Identified {

	private String slug;

	private String name;

	@Enumerated(EnumType.STRING)
	private LegalForm legalForm;

	private @Nullable String siret;

	private @Nullable String rna;

	private @Nullable String sector;

	private @Nullable String commune;

	private @Nullable String departement;

	private @Nullable LocalDate memberSince;

	private @Nullable LocalDate charterSignedOn;

	private @Nullable Integer serviceUsersPerYear;

	@SuppressWarnings("NullAway.Init")
	protected Structure() {
	}

	public Structure(UUID id, String slug, StructureProfile profile) {
		super(id);
		this.slug = slug;
		apply(profile);
	}

	/** Takes over what is now known of it; its slug stays. */
	public void describe(StructureProfile profile) {
		apply(profile);
	}

	private void apply(StructureProfile profile) {
		this.name = CleanText.line(profile.name());
		this.legalForm = profile.legalForm();
		this.siret = (profile.siret() != null) ? profile.siret().value() : null;
		this.rna = (profile.rna() != null) ? profile.rna().value() : null;
		this.sector = profile.sector();
		this.commune = profile.commune();
		this.departement = profile.departement();
		this.memberSince = profile.memberSince();
		this.charterSignedOn = profile.charterSignedOn();
		this.serviceUsersPerYear = profile.serviceUsersPerYear();
	}

	public StructureProfile getProfile() {
		return new StructureProfile(this.name, this.legalForm, (this.siret != null) ? new Siret(this.siret) : null,
				(this.rna != null) ? new Rna(this.rna) : null, this.sector, this.commune, this.departement,
				this.memberSince, this.charterSignedOn, this.serviceUsersPerYear);
	}

	public String getSlug() {
		return this.slug;
	}

	public String getName() {
		return this.name;
	}

	public LegalForm getLegalForm() {
		return this.legalForm;
	}

	public @Nullable String getSiret() {
		return this.siret;
	}

	public @Nullable String getRna() {
		return this.rna;
	}

	public @Nullable String getSector() {
		return this.sector;
	}

	public @Nullable String getCommune() {
		return this.commune;
	}

	/** « 02 », « 59 », « 2A »… */
	public @Nullable String getDepartement() {
		return this.departement;
	}

	public @Nullable LocalDate getMemberSince() {
		return this.memberSince;
	}

	public @Nullable LocalDate getCharterSignedOn() {
		return this.charterSignedOn;
	}

	public @Nullable Integer getServiceUsersPerYear() {
		return this.serviceUsersPerYear;
	}

}
