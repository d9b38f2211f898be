package fr.faireavec.messages;

/** To whom a message goes, among the people mandated in a parcours. */
public enum Audience {

	/** All of them. */
	EVERYBODY,

	/** Those of some structures. */
	STRUCTURES,

	/** Those who say they come to a day, or have somebody come in their place. */
	WHO_COMES,

	/** Those who say they cannot come to it. */
	WHO_DOES_NOT,

	/** Those who said nothing yet. */
	WHO_IS_SILENT;

	/** Whether it says nothing without a day. */
	public boolean isOfADay() {
		return this == WHO_COMES || this == WHO_DOES_NOT || this == WHO_IS_SILENT;
	}

}
