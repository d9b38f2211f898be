package fr.faireavec.sessions;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Unconfirmed;
import fr.faireavec.kernel.Warning;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Collective sessions receive their dates, move, are held or given up. */
@Component
@Transactional
public class Scheduling {

	private static final int EXCERPT = 200;

	private static final SessionState RESERVED = SessionState.RESERVED;

	private static final SessionState SCHEDULED = SessionState.SCHEDULED;

	private final CollectiveSessions sessions;

	private final DateCheck check;

	private final ObjectProvider<AttendanceKept> attendance;

	private final EntityManager entities;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Scheduling(CollectiveSessions sessions, DateCheck check, ObjectProvider<AttendanceKept> attendance,
			EntityManager entities, ApplicationEventPublisher events, Clock clock) {
		this.sessions = sessions;
		this.check = check;
		this.attendance = attendance;
		this.entities = entities;
		this.events = events;
		this.clock = clock;
	}

	/** What is unusual about this plan; a second submit overrides it (rule 6). */
	@Transactional(readOnly = true)
	public List<Warning> warnings(UUID parcoursId, int rank, SessionPlan plan) {
		CollectiveSession session = this.sessions.ranked(parcoursId, rank).orElseThrow(NotFound::new);
		return this.check.ofSession(session, plan.whole(), this.sessions.ofParcours(parcoursId));
	}

	/**
	 * Gives a session its date and place, or moves it.
	 * @param accepted the codes of the warnings that were read
	 * @param why it moves, 300 characters at the most; empty when nobody says
	 * @throws Unconfirmed when another warning stands
	 * @throws Refusal when it overlaps another session, attendance was taken for it, the
	 * parcours is no longer open, or it says why nothing moves
	 */
	public void schedule(UUID parcoursId, int rank, int version, SessionPlan plan, Set<String> accepted, String why) {
		date(parcoursId, rank, version, plan, SCHEDULED, (warnings) -> Warning.unread(warnings, accepted).isEmpty(),
				Reasons.word("why", why));
	}

	/** The same, for whoever knows the date to be what it should be: nothing warns. */
	public void schedule(UUID parcoursId, int rank, int version, SessionPlan plan) {
		date(parcoursId, rank, version, plan, SCHEDULED, (warnings) -> true, "");
	}

	/**
	 * Keeps a date free for a session without convening anybody: it stands among the
	 * others until it is made firm, or given back.
	 * @throws Unconfirmed when another warning stands
	 * @throws Refusal when its date is firm already, or overlaps another session
	 */
	public void reserve(UUID parcoursId, int rank, int version, SessionPlan plan, Set<String> accepted) {
		date(parcoursId, rank, version, plan, RESERVED, (warnings) -> Warning.unread(warnings, accepted).isEmpty(), "");
	}

	/** The same, where nothing warns. */
	public void reserve(UUID parcoursId, int rank, int version, SessionPlan plan) {
		date(parcoursId, rank, version, plan, RESERVED, (warnings) -> true, "");
	}

	/**
	 * A reserved date becomes firm, as it stands.
	 * @throws Refusal when no date is reserved
	 */
	public void makeFirm(UUID parcoursId, int rank, int version) {
		CollectiveSession session = open(parcoursId, rank, version);
		SessionPlan plan = session.getPlan();
		if (session.getState() != RESERVED || plan == null) {
			throw new Refusal("sessions.notReserved");
		}
		date(parcoursId, rank, version, plan, SCHEDULED, (warnings) -> true, "");
	}

	/** A poll asks for its date; a date that is reserved stays so meanwhile. */
	public void poll(UUID parcoursId, int rank) {
		CollectiveSession session = this.sessions.ranked(parcoursId, rank).orElseThrow(NotFound::new);
		session.poll();
		this.sessions.saveAndFlush(session);
	}

	/** The poll ended, and decided nothing of it. */
	public void endPoll(UUID parcoursId, int rank) {
		CollectiveSession session = this.sessions.ranked(parcoursId, rank).orElseThrow(NotFound::new);
		session.endPoll();
		this.sessions.saveAndFlush(session);
	}

	private void date(UUID parcoursId, int rank, int version, SessionPlan plan, SessionState certainty,
			Predicate<List<Warning>> read, String why) {
		CollectiveSession session = open(parcoursId, rank, version);
		DayKind.COURSE.require("date", plan.day(), session.getParcours().today(this.clock));
		SessionPlan before = (session.getState() == SessionState.CANCELLED) ? null : session.getPlan();
		SessionState stood = session.getState();
		if (plan.equals(before) && stood == certainty) {
			if (!why.isEmpty()) {
				throw Refusal.of("why", "sessions.why.nothingMoves");
			}
			return;
		}
		if (before != null && !plan.halfDays().equals(before.halfDays())) {
			refuseWithAttendance(session);
		}
		List<CollectiveSession> all = this.sessions.ofParcours(parcoursId);
		refuseOverlap(session, plan.whole(), all);
		List<Warning> warnings = this.check.ofSession(session, plan.whole(), all);
		if (!read.test(warnings)) {
			throw new Unconfirmed("sessions.unconfirmed", warnings);
		}
		if (certainty == RESERVED) {
			session.reserve(plan);
		}
		else {
			session.schedule(plan);
		}
		// Its half-days are rows of their own: lunch alone may move.
		this.entities.lock(session, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
		this.sessions.saveAndFlush(session);
		Changes changes = changes(before, plan).note("certainty", keptAs(stood), keptAs(certainty));
		this.events.publishEvent((certainty == RESERVED) ? new SessionReserved(session, changes)
				: (before != null && stood == SCHEDULED)
						? new SessionMoved(session, before, plan, why, noted(changes, why))
						: new SessionScheduled(session, changes));
	}

	/** Takes its date away, and says nothing of it. */
	public void postpone(UUID parcoursId, int rank, int version) {
		postpone(parcoursId, rank, version, "");
	}

	/**
	 * Takes its date away, without another; a cancelled one is to plan again.
	 * @param said why, 300 characters at the most; empty when nobody says
	 */
	public void postpone(UUID parcoursId, int rank, int version, String said) {
		CollectiveSession session = open(parcoursId, rank, version);
		String why = Reasons.word("why", said);
		refuseWithAttendance(session);
		SessionPlan before = session.getPlan();
		session.postpone();
		this.sessions.saveAndFlush(session);
		this.events.publishEvent(new SessionPostponed(session, before, why,
				noted(Changes.none().note("when", (before != null) ? before.inWords() : null, null), why)));
	}

	/** It will not take place; its rank and its objectives stay. */
	public void cancel(UUID parcoursId, int rank, int version, String reason) {
		CollectiveSession session = open(parcoursId, rank, version);
		refuseWithAttendance(session);
		giveUp(session, reason);
	}

	void giveUp(CollectiveSession session, String reason) {
		SessionPlan before = session.getPlan();
		session.cancel(reason, this.clock.instant());
		this.sessions.saveAndFlush(session);
		this.events.publishEvent(new SessionCancelled(session, before,
				Changes.none()
					.note("when", (before != null) ? before.inWords() : null, null)
					.note("reason", null, session.getCancelReason())));
	}

	/**
	 * It took place.
	 * @throws Refusal before it has begun (rule 5)
	 */
	public void hold(UUID parcoursId, int rank, int version) {
		CollectiveSession session = open(parcoursId, rank, version);
		session.markHeld(session.getParcours().now(this.clock), this.clock.instant());
		note("session.held", session, Changes.none());
	}

	/** It was said held by mistake. Attendance already taken stays. */
	public void undoHold(UUID parcoursId, int rank, int version, String reason) {
		CollectiveSession session = open(parcoursId, rank, version);
		String given = Reasons.given(reason);
		session.undoHeld();
		note("session.heldUndone", session, Changes.none().note("reason", null, given));
	}

	/**
	 * Corrects its title (at most 150 characters), what it is for (2,000) and the minutes
	 * of what was said (10,000).
	 */
	public void describe(UUID parcoursId, int rank, int version, String title, String objectives, String minutes) {
		CollectiveSession session = open(parcoursId, rank, version);
		Changes changes = Changes.none()
			.note("title", session.getTitle(), title.strip())
			.note("objectives", session.getObjectives(), objectives.strip())
			.noteText("minutes", session.getMinutes(), minutes.strip(), Scheduling::excerpt);
		session.describe(title, objectives, minutes);
		note("session.described", session, changes);
	}

	/**
	 * Says what it is called, what it is for, and what to bring to it (500 characters).
	 */
	public void prepare(UUID parcoursId, int rank, int version, String title, String objectives, String toBring) {
		CollectiveSession session = open(parcoursId, rank, version);
		Changes changes = Changes.none()
			.note("title", session.getTitle(), title.strip())
			.note("objectives", session.getObjectives(), objectives.strip())
			.note("toBring", session.getToBring(), toBring.strip());
		session.prepare(title, objectives, toBring);
		note("session.described", session, changes);
	}

	private CollectiveSession open(UUID parcoursId, int rank, int version) {
		if (this.sessions.keepStill(parcoursId, rank).isEmpty()) {
			throw new NotFound();
		}
		CollectiveSession session = this.sessions.ranked(parcoursId, rank).orElseThrow(NotFound::new);
		session.requireVersion(version);
		session.getParcours().requireOpenToWork();
		return session;
	}

	private void refuseWithAttendance(CollectiveSession session) {
		if (this.attendance.stream().anyMatch((kept) -> kept.forSession(session.getId()))) {
			throw Refusal.of("date", "sessions.attendanceTaken");
		}
	}

	private static void refuseOverlap(CollectiveSession session, TimeSlot slot, List<CollectiveSession> all) {
		for (CollectiveSession other : all) {
			TimeSlot taken = other.getSlot();
			if (other.getRank() != session.getRank() && other.getState().keepsItsDate() && taken != null
					&& taken.overlaps(slot)) {
				throw Refusal.of("date", "sessions.overlap", other.label());
			}
		}
	}

	private static Changes changes(@Nullable SessionPlan before, SessionPlan after) {
		return Changes.none()
			.note("when", (before != null) ? before.inWords() : null, after.inWords())
			.note("mode", (before != null) ? before.mode() : null, after.mode())
			.note("venue", (before != null) ? before.venue() : null, after.venue())
			.note("address", (before != null) ? before.address() : null, after.address())
			.note("videoLink", (before != null) ? before.videoLink() : null, after.videoLink());
	}

	private static @Nullable SessionState keptAs(SessionState state) {
		return state.keepsItsDate() ? state : null;
	}

	static Changes noted(Changes changes, String why) {
		return why.isEmpty() ? changes : changes.note("why", null, why);
	}

	private static String excerpt(String text) {
		return (text.length() <= EXCERPT) ? text : text.substring(0, EXCERPT) + "…";
	}

	private void note(String what, CollectiveSession session, Changes changes) {
		this.sessions.saveAndFlush(session);
		this.events
			.publishEvent(new Noted(what, session.getId(), session.getParcours().getId(), session.label(), changes));
	}

}
