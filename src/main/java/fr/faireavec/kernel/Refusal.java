package fr.faireavec.kernel;

import org.jspecify.annotations.Nullable;

/**
 * A rule said no. Carries the key of the sentence that tells the person why, and, when
 * one is to blame, the field it stands beside.
 */
public class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Object[] args;

	private final @Nullable String field;

	private final String messageKey;

	public Refusal(String messageKey, Object... args) {
		this(null, messageKey, args);
	}

	Refusal(@Nullable String field, String messageKey, Object[] args) {
		super(messageKey);
		this.field = field;
		this.messageKey = messageKey;
		this.args = args;
	}

	/** A refusal shown beside one field of the form. */
	public static Refusal of(String field, String messageKey, Object... args) {
		return new Refusal(field, messageKey, args);
	}

	public String messageKey() {
		return this.messageKey;
	}

	public Object[] args() {
		return this.args;
	}

	public @Nullable String field() {
		return this.field;
	}

}
