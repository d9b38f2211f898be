package fr.faireavec.replies;

import fr.faireavec.sessions.TimeSlot;

/**
 * What somebody is asked of one day to come, wherever it is asked.
 *
 * @param action where answers go, and the page that asks everything
 */
public record ReplyCard(String action, TimeSlot slot, Standing standing) {

	public String saidKey() {
		return "replies.you.said." + this.standing.answer()
				+ ((this.standing.answer() == Answer.REPLACED) ? ".by" : "");
	}

	public boolean says(Answer answer) {
		return this.standing.answer() == answer;
	}

	/** Whether somebody comes, who may need a meal. */
	public boolean comes() {
		Answer answer = this.standing.answer();
		return answer != null && answer.bringsSomebody();
	}

}
