package fr.faireavec.polls;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.CurrentActor;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.OnceOnly;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.Scheduling;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A poll is opened, asks for more or for less, lasts longer, or is given up. */
@Component
@Transactional
public class PollOpening {

	private final AllParcours allParcours;

	private final CollectiveSessions sessions;

	private final Scheduling scheduling;

	private final DatePolls polls;

	private final PollInviting inviting;

	private final PollMemory memory;

	private final People people;

	private final OnceOnly once;

	private final CurrentActor actor;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	PollOpening(AllParcours allParcours, CollectiveSessions sessions, Scheduling scheduling, DatePolls polls,
			PollInviting inviting, PollMemory memory, People people, OnceOnly once, CurrentActor actor,
			ApplicationEventPublisher events, Clock clock) {
		this.allParcours = allParcours;
		this.sessions = sessions;
		this.scheduling = scheduling;
		this.polls = polls;
		this.inviting = inviting;
		this.memory = memory;
		this.people = people;
		this.once = once;
		this.actor = actor;
		this.events = events;
		this.clock = clock;
	}

	/** What this very form opened already. */
	public Optional<UUID> opened(UUID key, UUID parcoursId, PollTerms terms, List<AskedDay> days) {
		return this.once.made(key, parcoursId, terms, days);
	}

	/**
	 * Asks the cohort for dates, and writes to everybody. What was said of the same date
	 * of the same day before is kept.
	 * @throws Refusal when a poll is open, a day is firm or held, a date is past, or it
	 * closes too early or too late
	 */
	public UUID open(UUID key, UUID parcoursId, PollTerms terms, List<AskedDay> days) {
		Parcours parcours = this.allParcours.findById(parcoursId).orElseThrow(NotFound::new);
		parcours.requireOpenToWork();
		this.sessions.keepAllStill(parcoursId);
		UUID id = this.once.idOf(key, parcoursId, terms, days);
		if (this.polls.existsById(id)) {
			return id;
		}
		if (this.polls.aliveIn(parcoursId).isPresent()) {
			throw new Refusal("polls.already");
		}
		if (days.isEmpty()) {
			throw new Refusal("polls.day.needed");
		}
		LocalDate today = parcours.today(this.clock);
		requireTerm(terms.closesOn(), today, days.stream().map((day) -> day.days().getFirst()).toList());
		DatePoll poll = new DatePoll(id, parcours, terms, me(), this.clock.instant());
		for (AskedDay day : days) {
			CollectiveSession session = this.sessions.ranked(parcoursId, day.rank()).orElseThrow(NotFound::new);
			if (session.getState().isFirm()) {
				throw new Refusal("polls.day.firm", day.rank());
			}
			poll.ask(session, day);
			this.scheduling.poll(parcoursId, day.rank());
		}
		this.polls.saveAndFlush(poll);
		this.memory.carryOver(poll.getId());
		this.events.publishEvent(new Noted("poll.opened", poll.getId(), parcoursId, parcours.getName(),
				Changes.none()
					.note("closesOn", null, terms.closesOn())
					.note("days", null, said(days))
					.note("message", null, terms.message())));
		this.inviting.ask(poll);
		return id;
	}

	/** One more date for a day; those who answered are asked about it alone. */
	public void propose(UUID parcoursId, int version, int rank, LocalDate date) {
		DatePoll poll = alive(parcoursId, version);
		LocalDate today = poll.getParcours().today(this.clock);
		DayKind.COURSE.require("date", date, today);
		if (!date.isAfter(today)) {
			throw Refusal.of("date", "polls.option.past", date);
		}
		PollDay day = poll.day(rank);
		day.propose(date);
		poll.someAreSilent();
		written(poll, "poll.proposed", Changes.none().note("option", null, rank + " : " + date));
	}

	/** A date is proposed no more; what was said of it counts no more. */
	public void withdraw(UUID parcoursId, int version, UUID optionId) {
		DatePoll poll = alive(parcoursId, version);
		PollOption option = poll.option(optionId).orElseThrow(NotFound::new);
		option.getDay().withdraw(option, this.clock.instant());
		written(poll, "poll.withdrawn",
				Changes.none().note("option", option.getDay().getRank() + " : " + option.getHeldOn(), null));
	}

	/** Answers are taken until another day; of a closed poll, again. */
	public void extend(UUID parcoursId, int version, LocalDate until) {
		DatePoll poll = alive(parcoursId, version);
		LocalDate before = poll.getClosesOn();
		requireTerm(until, poll.getParcours().today(this.clock), List.of());
		poll.extend(until);
		written(poll, "poll.extended", Changes.none().note("closesOn", before, until));
	}

	/** Nothing is decided: the days are to plan again, reserved ones stay as they are. */
	public void abandon(UUID parcoursId, int version) {
		DatePoll poll = alive(parcoursId, version);
		poll.abandon(this.clock.instant());
		poll.getDays().forEach((day) -> this.scheduling.endPoll(parcoursId, day.getRank()));
		written(poll, "poll.abandoned", Changes.none());
	}

	private void written(DatePoll poll, String what, Changes changes) {
		this.polls.saveAndFlush(poll);
		this.events.publishEvent(
				new Noted(what, poll.getId(), poll.getParcours().getId(), poll.getParcours().getName(), changes));
	}

	private DatePoll alive(UUID parcoursId, int version) {
		DatePoll poll = this.polls.aliveIn(parcoursId).orElseThrow(NotFound::new);
		this.polls.keepStill(poll.getId());
		poll.requireVersion(version);
		poll.getParcours().requireOpenToWork();
		return poll;
	}

	/** It closes from today on, within a year, and before the first date asked about. */
	private static void requireTerm(LocalDate closesOn, LocalDate today, List<LocalDate> first) {
		if (closesOn.isBefore(today) || closesOn.isAfter(today.plusYears(1))) {
			throw Refusal.of("closesOn", "polls.closesOn.outside", today, today.plusYears(1));
		}
		first.stream().min(LocalDate::compareTo).filter((date) -> !date.isAfter(closesOn)).ifPresent((date) -> {
			throw Refusal.of("closesOn", "polls.closesOn.late", date);
		});
	}

	private static String said(List<AskedDay> days) {
		return days.stream()
			.map((day) -> day.rank() + " : "
					+ day.days().stream().map(LocalDate::toString).collect(Collectors.joining(", ")))
			.collect(Collectors.joining(" ; "));
	}

	private @Nullable Person me() {
		UUID id = this.actor.personId();
		return (id != null) ? this.people.getReferenceById(id) : null;
	}

}
