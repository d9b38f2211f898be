package fr.faireavec.replies.web;

import java.util.List;

import fr.faireavec.replies.Answer;
import fr.faireavec.replies.Standing;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.HalfDay;
import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * One person asked whether they come to one day.
 *
 * @param action where answers go
 * @param voice whose words the page says: one's own, or those of whoever writes down what
 * another said
 * @param closed why no answer is taken any more
 * @param sees what is asked of meals and access, and of whoever comes in their place
 */
record ReplyPage(String action, Voice voice, Standing standing, Day day, @Nullable String closed, boolean sees) {

	/** Who reads the page. */
	enum Voice {

		YOU, THEY;

		String prefix() {
			return "replies." + name().toLowerCase(java.util.Locale.ROOT) + ".";
		}

	}

	static ReplyPage of(String action, Voice voice, Standing standing, CollectiveSession session,
			@Nullable String closed, boolean sees) {
		return new ReplyPage(action, voice, standing, Day.of(session), closed, sees);
	}

	public String say(String key) {
		return this.voice.prefix() + key;
	}

	public String saidKey() {
		Answer answer = this.standing.answer();
		boolean named = answer == Answer.REPLACED && this.sees;
		return say("said." + answer + (named ? ".by" : ""));
	}

	public boolean isOpen() {
		return this.closed == null;
	}

	public boolean says(Answer answer) {
		return this.standing.answer() == answer;
	}

	/** A meal is asked for once it is known that somebody comes. */
	public boolean asksNeeds() {
		Answer answer = this.standing.answer();
		return isOpen() && answer != null && answer.bringsSomebody();
	}

	/** The day, as far as whoever has the link may read it. */
	record Day(int rank, String title, @Nullable TimeSlot slot, List<TimeSlot> halfDays, String venue, String address,
			String videoLink) {

		Day {
			halfDays = List.copyOf(halfDays);
		}

		static Day of(CollectiveSession session) {
			return new Day(session.getRank(), session.getTitle(), session.getSlot(),
					session.getHalfDays().stream().map(HalfDay::getSlot).toList(), session.getVenue(),
					session.getAddress(), session.getVideoLink());
		}

	}

}
