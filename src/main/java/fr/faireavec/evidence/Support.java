package fr.faireavec.evidence;

/** Where the public may see somebody who agreed to it. */
public enum Support {

	/** Leaflets, posters, reports. */
	PRINT,

	/** The structure's and the network's. */
	SITE,

	/** Of the structure and of the network. */
	NETWORKS

}
