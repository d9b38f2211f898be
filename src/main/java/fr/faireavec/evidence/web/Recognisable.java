package fr.faireavec.evidence.web;

/** Whether somebody can be recognised. */
enum Recognisable {

	NOBODY, SOMEBODY

}
