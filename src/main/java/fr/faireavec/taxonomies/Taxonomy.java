package fr.faireavec.taxonomies;

import java.util.Arrays;
import java.util.Optional;

/** The lists the administration keeps; see the domain's words for what each is. */
public enum Taxonomy {

	FAMILY("familles"), LEVEL("niveaux"), ROLE("roles"), THEME("themes"), LEVER("leviers"), INSTRUMENT("instruments"),
	SERVICE_USER("usagers"), NEED("besoins"), RECOGNITION("reconnaissances"), EFFECT("effets");

	private final String address;

	Taxonomy(String address) {
		this.address = address;
	}

	/** Its piece of the address, in French. */
	public String address() {
		return this.address;
	}

	/**
	 * Whether its entries are the steps of a scale, each at its rank for good: they are
	 * renamed and retired, never added or moved.
	 */
	public boolean isScale() {
		return this == LEVEL;
	}

	public static Optional<Taxonomy> at(String address) {
		return Arrays.stream(values()).filter((taxonomy) -> taxonomy.address.equals(address)).findFirst();
	}

}
