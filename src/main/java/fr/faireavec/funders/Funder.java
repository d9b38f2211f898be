package fr.faireavec.funders;

import java.util.UUID;

import fr.faireavec.kernel.Identified;
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

	private @Nullable String logo;

	@SuppressWarnings("NullAway.Init")
	protected Funder() {
	}

	public Funder(UUID id, String slug, String name, FunderKind kind, String mention, String territory) {
		super(id);
		this.slug = slug;
		describe(name, kind, mention, territory);
	}

	public final void describe(String newName, FunderKind newKind, String newMention, String newTerritory) {
		this.name = newName.strip();
		this.kind = newKind;
		this.mention = newMention;
		this.territory = newTerritory;
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

	/** Shows this file on documents; none when null. */
	void show(@Nullable String newLogo) {
		this.logo = newLogo;
	}

	/** The file it asks to be shown on documents, by its digest. */
	public @Nullable String getLogo() {
		return this.logo;
	}

}
