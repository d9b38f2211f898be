package fr.faireavec.sessions;

/** Together in a room, at a distance, or both. */
public enum Mode {

	PRESENTIEL, DISTANCIEL, HYBRIDE

}
