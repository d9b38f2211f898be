package fr.faireavec.kernel;

import org.jspecify.annotations.Nullable;

/**
 * A refusal that falls once whoever reads it says yes; « no » makes another of it, that
 * says what to do instead. What is answered is this question, about these things: asked
 * of somebody else, it is answered anew.
 */
public class Question extends Refusal {

	private static final long serialVersionUID = 1L;

	private static final String YES = ":yes";

	private static final String NO = ":no";

	private final String topic;

	private final String code;

	/**
	 * @param topic the key under which its two answers are said, « .yes » and « .no »
	 * @param code says what exactly is asked, about what ({@link Warning#code()})
	 */
	public Question(String field, String topic, String code, String messageKey, Object... args) {
		super(field, messageKey, args);
		this.topic = topic;
		this.code = code;
	}

	public String topic() {
		return this.topic;
	}

	/** What a form sends back to say yes. */
	public String yes() {
		return yes(this.code);
	}

	/** What a form sends back to say no. */
	public String no() {
		return this.code + NO;
	}

	/** What says yes to the question of this code. */
	public static String yes(String code) {
		return code + YES;
	}

	/** What was answered to the question of this code; null when it was not. */
	public static @Nullable Boolean answer(String code, @Nullable String answered) {
		return yes(code).equals(answered) ? Boolean.TRUE : (code + NO).equals(answered) ? Boolean.FALSE : null;
	}

}
