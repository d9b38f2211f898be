package fr.faireavec.taxonomies;

import java.util.Set;
import java.util.UUID;

/** Which rates already priced somebody's hours; answered by the room that keeps them. */
public interface PricedHours {

	/** The ids of the rates used at least once. */
	Set<UUID> usedRates();

}
