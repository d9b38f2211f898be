package fr.faireavec.slots.web;

/** The slot of a meeting is given back, as that meeting was when one decided so. */
class GiveBackForm {

	public int version;

}
