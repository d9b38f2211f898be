package fr.faireavec.polls;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.CleanText;
import fr.faireavec.kernel.Identified;
import fr.faireavec.sequences.Say;
import fr.faireavec.sessions.GuestSpeaker;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import org.jspecify.annotations.Nullable;

/**
 * What one person, or one guest speaker, says of the dates of a poll. It counts once it
 * was said; until then they were only asked.
 */
@Entity
class PollReply extends Identified {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private DatePoll poll;

	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable Person person;

	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable GuestSpeaker speaker;

	private String comment = "";

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "said_by")
	private @Nullable Person saidBy;

	private @Nullable Instant saidAt;

	private @Nullable LocalDate askedOn;

	@ElementCollection
	@CollectionTable(name = "poll_answer", joinColumns = @JoinColumn(name = "reply_id"))
	@MapKeyColumn(name = "option_id")
	@Column(name = "said")
	@Enumerated(EnumType.STRING)
	private Map<UUID, Say> answers = new LinkedHashMap<>();

	@SuppressWarnings("NullAway.Init")
	protected PollReply() {
	}

	private PollReply(UUID id, DatePoll poll, @Nullable Person person, @Nullable GuestSpeaker speaker) {
		super(id);
		this.poll = poll;
		this.person = person;
		this.speaker = speaker;
	}

	static PollReply of(UUID id, DatePoll poll, Person person) {
		return new PollReply(id, poll, person, null);
	}

	static PollReply of(UUID id, DatePoll poll, GuestSpeaker speaker) {
		return new PollReply(id, poll, null, speaker);
	}

	/** What is not said of a date stays as it was. */
	void say(Map<UUID, Say> said, String words, @Nullable Person by, Instant at) {
		this.answers.putAll(said);
		this.comment = CleanText.line(words);
		this.saidBy = by;
		this.saidAt = at;
	}

	/** Whether that is what it says already. */
	boolean says(Map<UUID, Say> said, String words) {
		return this.saidAt != null && this.answers.entrySet().containsAll(said.entrySet())
				&& this.comment.equals(CleanText.line(words));
	}

	/** How many dates were answered how. */
	Map<Say, Integer> counts() {
		Map<Say, Integer> counts = new EnumMap<>(Say.class);
		if (this.saidAt != null) {
			this.answers.values().forEach((say) -> counts.merge(say, 1, Integer::sum));
		}
		return counts;
	}

	void ask(LocalDate on) {
		this.askedOn = on;
	}

	void forgetAsked() {
		this.askedOn = null;
	}

	boolean wasAskedOn(LocalDate day) {
		return day.equals(this.askedOn);
	}

	Map<UUID, Say> getAnswers() {
		return Map.copyOf(this.answers);
	}

	DatePoll getPoll() {
		return this.poll;
	}

	@Nullable Person getPerson() {
		return this.person;
	}

	@Nullable GuestSpeaker getSpeaker() {
		return this.speaker;
	}

	String getComment() {
		return this.comment;
	}

	@Nullable Person getSaidBy() {
		return this.saidBy;
	}

	@Nullable Instant getSaidAt() {
		return this.saidAt;
	}

	@Nullable LocalDate getAskedOn() {
		return this.askedOn;
	}

}
