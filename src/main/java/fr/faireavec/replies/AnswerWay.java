package fr.faireavec.replies;

/** How an answer came. */
public enum AnswerWay {

	SIGNED_IN, BY_LINK,

	/** Somebody phoned. */
	BY_FACILITATOR

}
