package fr.faireavec.taxonomies;

/** The lists the administration keeps; see the domain's words for what each is. */
public enum Taxonomy {

	FAMILY, LEVEL, ROLE, THEME, LEVER, INSTRUMENT, SERVICE_USER, NEED, RECOGNITION, EFFECT

}
