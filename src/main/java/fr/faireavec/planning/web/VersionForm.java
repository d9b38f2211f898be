package fr.faireavec.planning.web;

/** On which version of the poll something is done. */
class VersionForm {

	public int version;

}
