package fr.faireavec.polls;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import fr.faireavec.kernel.Identified;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.Mode;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A session whose date a poll asks for: its hours, its place, and the dates proposed. */
@Entity
class PollDay extends Identified {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private DatePoll poll;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private CollectiveSession session;

	private int rank;

	@JdbcTypeCode(SqlTypes.LOCAL_TIME)
	private LocalTime firstStart;

	@JdbcTypeCode(SqlTypes.LOCAL_TIME)
	private LocalTime firstEnd;

	@JdbcTypeCode(SqlTypes.LOCAL_TIME)
	private @Nullable LocalTime secondStart;

	@JdbcTypeCode(SqlTypes.LOCAL_TIME)
	private @Nullable LocalTime secondEnd;

	@Enumerated(EnumType.STRING)
	private Mode mode;

	private String venue;

	private String address;

	private String videoLink;

	@OneToMany(mappedBy = "day", cascade = CascadeType.ALL, orphanRemoval = true)
	private List<PollOption> options = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected PollDay() {
	}

	PollDay(DatePoll poll, CollectiveSession session, AskedDay asked) {
		super(Ids.next());
		this.poll = poll;
		this.session = session;
		this.rank = asked.rank();
		this.firstStart = asked.hours().firstStart();
		this.firstEnd = asked.hours().firstEnd();
		this.secondStart = asked.hours().secondStart();
		this.secondEnd = asked.hours().secondEnd();
		this.mode = asked.place().mode();
		this.venue = asked.place().venue();
		this.address = asked.place().address();
		this.videoLink = asked.place().videoLink();
		asked.days().forEach((day) -> this.options.add(new PollOption(this, day)));
	}

	/**
	 * Proposes one more date, or one that was withdrawn.
	 * @throws Refusal when it is proposed already, or one too many
	 */
	PollOption propose(LocalDate date) {
		List<PollOption> standing = getOptions();
		if (standing.stream().anyMatch((option) -> option.getHeldOn().equals(date))) {
			throw Refusal.of("date", "polls.option.there");
		}
		if (standing.size() >= AskedDay.MOST_OPTIONS) {
			throw Refusal.of("date", "polls.option.tooMany", this.rank, AskedDay.MOST_OPTIONS);
		}
		PollOption option = new PollOption(this, date);
		this.options.add(option);
		return option;
	}

	/**
	 * @throws Refusal when no other date would be left
	 */
	void withdraw(PollOption option, Instant at) {
		if (getOptions().size() < 2) {
			throw new Refusal("polls.option.last", this.rank);
		}
		option.withdraw(at);
	}

	/** Those that stand, the earliest first. */
	List<PollOption> getOptions() {
		return this.options.stream()
			.filter(PollOption::stands)
			.sorted(Comparator.comparing(PollOption::getHeldOn))
			.toList();
	}

	AskedDay.Hours getHours() {
		return new AskedDay.Hours(this.firstStart, this.firstEnd, this.secondStart, this.secondEnd);
	}

	AskedDay.Place getPlace() {
		return new AskedDay.Place(this.mode, this.venue, this.address, this.videoLink);
	}

	DatePoll getPoll() {
		return this.poll;
	}

	CollectiveSession getSession() {
		return this.session;
	}

	int getRank() {
		return this.rank;
	}

}
