package fr.faireavec.journal;

/** Whether the structure goes on with what it tried. */
public enum KeptOn {

	OUI, NON, TROP_TOT

}
