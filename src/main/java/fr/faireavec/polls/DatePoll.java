package fr.faireavec.polls;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.Identified;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.CollectiveSession;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import org.jspecify.annotations.Nullable;

/**
 * One question for all the days still to date. It takes answers until the day it closes,
 * included; then somebody decides, or gives up. A parcours has one at a time.
 */
@Entity
public class DatePoll extends Identified {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Parcours parcours;

	private LocalDate closesOn;

	private int fewestWeeks;

	private int mostWeeks;

	private String message;

	private boolean decidesItself;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "opened_by")
	private @Nullable Person openedBy;

	private Instant openedAt;

	private @Nullable Instant closedAt;

	private @Nullable Instant decidedAt;

	private @Nullable Instant abandonedAt;

	private @Nullable Instant allAnsweredAt;

	@OneToMany(mappedBy = "poll", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("rank")
	private List<PollDay> days = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected DatePoll() {
	}

	DatePoll(UUID id, Parcours parcours, PollTerms terms, @Nullable Person openedBy, Instant openedAt) {
		super(id);
		this.parcours = parcours;
		this.closesOn = terms.closesOn();
		this.fewestWeeks = terms.fewestWeeks();
		this.mostWeeks = terms.mostWeeks();
		this.message = terms.message();
		this.decidesItself = terms.decidesItself();
		this.openedBy = openedBy;
		this.openedAt = openedAt;
	}

	void ask(CollectiveSession session, AskedDay asked) {
		this.days.add(new PollDay(this, session, asked));
	}

	/**
	 * @throws Refusal when it was closed, decided, given up, or its day is past
	 */
	void requireAnswers(LocalDate today) {
		if (!takesAnswers(today)) {
			throw new Refusal("polls.closed");
		}
	}

	boolean takesAnswers(LocalDate today) {
		return isAlive() && this.closedAt == null && !today.isAfter(this.closesOn);
	}

	/** Neither decided nor given up. */
	boolean isAlive() {
		return this.decidedAt == null && this.abandonedAt == null;
	}

	/**
	 * @throws Refusal when it is over
	 */
	void requireAlive() {
		if (!isAlive()) {
			throw new Refusal("polls.over");
		}
	}

	/** Takes answers until that day; a closed one takes some again. */
	void extend(LocalDate until) {
		requireAlive();
		this.closesOn = until;
		this.closedAt = null;
	}

	/** Whether that closes it: once closed it stays so. */
	boolean close(Instant at) {
		requireAlive();
		if (this.closedAt != null) {
			return false;
		}
		this.closedAt = at;
		return true;
	}

	void decide(Instant at) {
		close(at);
		this.decidedAt = at;
	}

	void abandon(Instant at) {
		close(at);
		this.abandonedAt = at;
	}

	/** Whether everybody had not answered before. */
	boolean allAnswered(Instant at) {
		if (this.allAnsweredAt != null) {
			return false;
		}
		this.allAnsweredAt = at;
		return true;
	}

	/** Somebody is asked, or asked more, who did not answer yet. */
	void someAreSilent() {
		this.allAnsweredAt = null;
	}

	PollDay day(int rank) {
		return this.days.stream().filter((day) -> day.getRank() == rank).findFirst().orElseThrow(NotFound::new);
	}

	Optional<PollOption> option(UUID optionId) {
		return this.days.stream()
			.flatMap((day) -> day.getOptions().stream())
			.filter((option) -> option.getId().equals(optionId) && option.stands())
			.findFirst();
	}

	List<PollDay> getDays() {
		return List.copyOf(this.days);
	}

	public Parcours getParcours() {
		return this.parcours;
	}

	public LocalDate getClosesOn() {
		return this.closesOn;
	}

	int getFewestWeeks() {
		return this.fewestWeeks;
	}

	int getMostWeeks() {
		return this.mostWeeks;
	}

	public String getMessage() {
		return this.message;
	}

	boolean decidesItself() {
		return this.decidesItself;
	}

	@Nullable Person getOpenedBy() {
		return this.openedBy;
	}

	Instant getOpenedAt() {
		return this.openedAt;
	}

	@Nullable Instant getClosedAt() {
		return this.closedAt;
	}

	@Nullable Instant getDecidedAt() {
		return this.decidedAt;
	}

	@Nullable Instant getAbandonedAt() {
		return this.abandonedAt;
	}

}
