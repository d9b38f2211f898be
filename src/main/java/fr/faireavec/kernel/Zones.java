package fr.faireavec.kernel;

import java.time.ZoneId;

/** The zone people speak in. */
public final class Zones {

	/** Hauts-de-France, like the rest of mainland France. */
	public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

	private Zones() {
	}

}
