package fr.faireavec.narratives;

/** A part of the narrative, in the order a bilan tells them. */
public enum Section {

	CONTEXT, DONE, CHANGED, NEXT

}
