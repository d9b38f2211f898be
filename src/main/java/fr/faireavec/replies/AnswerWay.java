package fr.faireavec.replies;

/** How an answer came. */
public enum AnswerWay {

	SIGNED_IN, BY_LINK,

	/** They accepted or declined in their own calendar. */
	BY_CALENDAR,

	/** Somebody phoned. */
	BY_FACILITATOR,

	/** They had said they could on that date. */
	BY_POLL

}
