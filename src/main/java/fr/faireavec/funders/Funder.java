package fr.faireavec.funders;

import java.util.UUID;

import fr.faireavec.kernel.Departement;
import fr.faireavec.kernel.Identified;
import fr.faireavec.kernel.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/** Who pays for parcours: a region, a département, a foundation… */
@Entity
public class Funder extends Identified {

	private String slug;

	private String name;

	@Enumerated(EnumType.STRING)
	private FunderKind kind;

	private String mention;

	private String territory;

	private String departements;

	private @Nullable String logo;

	@SuppressWarnings("NullAway.Init")
	protected Funder() {
	}

	public Funder(UUID id, String slug, String name, FunderKind kind, String mention, String territory,
			String departements) {
		super(id);
		this.slug = slug;
		describe(name, kind, mention, territory, departements);
	}

	/**
	 * @throws Refusal when the départements are not codes
	 */
	public final void describe(String newName, FunderKind newKind, String newMention, String newTerritory,
			String newDepartements) {
		if (!Departement.areCodes(newDepartements)) {
			throw Refusal.of("departements", "funders.departements.unreadable");
		}
		this.name = newName.strip();
		this.kind = newKind;
		this.mention = newMention;
		this.territory = newTerritory;
		this.departements = String.join(", ", Departement.codes(newDepartements));
	}

	public String getSlug() {
		return this.slug;
	}

	public String getName() {
		return this.name;
	}

	public FunderKind getKind() {
		return this.kind;
	}

	/** « Avec le soutien de … », as the funder wants it said; may be empty. */
	public String getMention() {
		return this.mention;
	}

	public String getTerritory() {
		return this.territory;
	}

	/**
	 * Of whose structures it reads the figures apart, by their codes, « 02, 59 »; empty
	 * when it is not of some départements only.
	 */
	public String getDepartements() {
		return this.departements;
	}

	/** Shows this file on documents; none when null. */
	void show(@Nullable String newLogo) {
		this.logo = newLogo;
	}

	/** The file it asks to be shown on documents, by its digest. */
	public @Nullable String getLogo() {
		return this.logo;
	}

}
