package fr.faireavec.cohorts;

/** When whoever is mandated is written to. */
public enum InvitedWhen {

	NOW,

	/** Once the animation says so: {@link Mandating#inviteWaiting}. */
	LATER

}
