package fr.faireavec.replies.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import fr.faireavec.replies.Answer;
import fr.faireavec.replies.ReplyToRead;
import fr.faireavec.replies.Standing;
import fr.faireavec.sessions.CollectiveSession;
import org.jspecify.annotations.Nullable;

/**
 * Who comes to a day, as the animation sees it.
 *
 * @param readsNeeds what is asked of meals and access is for those who run the parcours
 * @param closed why no answer is taken any more
 */
record RepliesPage(String href, ReplyPage.Day day, List<Standing> people, List<ReplyToRead> toRead, boolean readsNeeds,
		@Nullable String closed, LocalDate today) {

	RepliesPage {
		people = List.copyOf(people);
		toRead = List.copyOf(toRead);
	}

	static RepliesPage of(String href, CollectiveSession session, List<Standing> people, List<ReplyToRead> toRead,
			boolean readsNeeds, @Nullable String closed, LocalDate today) {
		return new RepliesPage(href, ReplyPage.Day.of(session), people, toRead, readsNeeds, closed, today);
	}

	public boolean isOpen() {
		return this.closed == null;
	}

	/** One line for each structure somebody stands for. */
	public List<Row> rows() {
		return this.people.stream()
			.flatMap((person) -> person.structures().stream().map((structure) -> new Row(structure, person)))
			.sorted(Comparator.comparing((Row row) -> row.structure().structure()))
			.toList();
	}

	public long coming() {
		return count(Answer.COMING) + count(Answer.REPLACED);
	}

	public long notComing() {
		return count(Answer.NOT_COMING);
	}

	public long replaced() {
		return count(Answer.REPLACED);
	}

	public long silent() {
		return this.people.stream().filter(Standing::isSilent).count();
	}

	/** Those a letter may still be sent to today. */
	public long toRemind() {
		return this.people.stream()
			.filter((person) -> person.isSilent() && person.written() && !this.today.equals(person.askedOn()))
			.count();
	}

	public List<Standing> needing() {
		return this.readsNeeds ? this.people.stream().filter(Standing::hasNeeds).toList() : List.of();
	}

	private long count(Answer answer) {
		return this.people.stream().filter((person) -> person.answer() == answer).count();
	}

	/** Somebody, for one structure. */
	record Row(Standing.StandsFor structure, Standing person) {

		public String answerKey() {
			return "replies.answer." + ((this.person.answer() != null) ? this.person.answer().name() : "SILENT");
		}

		public String tag() {
			return switch (this.person.answer()) {
				case null -> "tag";
				case COMING -> "tag brand";
				case NOT_COMING -> "tag coral";
				case REPLACED -> "tag sun";
			};
		}

	}

}
