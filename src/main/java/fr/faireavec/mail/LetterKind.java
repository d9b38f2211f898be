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

	/** Whether people may choose not to receive it. */
	default boolean isOptional() {
		return false;
	}

}
