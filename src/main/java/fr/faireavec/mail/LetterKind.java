package fr.faireavec.mail;

/**
 * One kind of letter: a room's bean that decides whether it is still due, and writes it.
 */
public interface LetterKind {

	/** Room and thing, as in « cohorts.mandated »; kept with each letter posted. */
	String name();

	/** Whether sending it still makes sense now; if not, it never leaves. */
	boolean stillDue(Envelope envelope);

	/** Writes it, just before it leaves. */
	Letter render(Envelope envelope);

	/**
	 * The last letter to somebody erased: its address is forgotten once it left, or was
	 * refused.
	 */
	default boolean isLast() {
		return false;
	}

	/** Whether people may choose not to receive it. */
	default boolean isOptional() {
		return false;
	}

	/**
	 * Whether it is as good some days later, for who prefers one letter a week: it
	 * carries no secret, and nothing that has an hour.
	 */
	default boolean canWait() {
		return isOptional();
	}

}
