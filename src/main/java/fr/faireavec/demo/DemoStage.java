package fr.faireavec.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.attendance.AttendanceMethod;
import fr.faireavec.attendance.AttendanceStatus;
import fr.faireavec.attendance.AttendanceTaking;
import fr.faireavec.attendance.Guest;
import fr.faireavec.attendance.GuestTaking;
import fr.faireavec.availability.AvailabilitySaying;
import fr.faireavec.cohorts.Enrolling;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.InvitedWhen;
import fr.faireavec.cohorts.Leaving;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.MandateRole;
import fr.faireavec.cohorts.Mandates;
import fr.faireavec.cohorts.Mandating;
import fr.faireavec.exchanges.Commenting;
import fr.faireavec.journal.ActionDetails;
import fr.faireavec.journal.ActionDraft;
import fr.faireavec.journal.ActionDrafts;
import fr.faireavec.journal.ActionLogging;
import fr.faireavec.journal.ActionState;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.MovableClock;
import fr.faireavec.kernel.Zones;
import fr.faireavec.messages.Audience;
import fr.faireavec.messages.CohortWriting;
import fr.faireavec.messages.Draft;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.PilotedStructure;
import fr.faireavec.parcours.Seat;
import fr.faireavec.replies.AnswerWay;
import fr.faireavec.replies.RepliesToRead;
import fr.faireavec.replies.ReplyToRead;
import fr.faireavec.replies.Replying;
import fr.faireavec.replies.Said;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.GuestSpeaker;
import fr.faireavec.sessions.HalfDay;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.sessions.MeetingKeeping;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.SpeakerKeeping;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.slots.SlotAnnouncing;
import fr.faireavec.slots.SlotBooking;
import fr.faireavec.slots.SlotOffering;
import fr.faireavec.slots.SlotRows;
import fr.faireavec.slots.SlotRun;
import fr.faireavec.structures.LegalForm;
import fr.faireavec.structures.Structure;
import fr.faireavec.structures.StructureKeeping;
import fr.faireavec.structures.StructureProfile;
import fr.faireavec.taxonomies.Taxonomy;
import fr.faireavec.taxonomies.TaxonomyEntries;
import fr.faireavec.taxonomies.TaxonomyEntry;
import fr.faireavec.visits.JournalVisits;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Where the demo is played: each gesture at its date, by the person whose it is, through
 * the application's own activities.
 */
@Component
@ConditionalOnBooleanProperty("faireavec.demo")
class DemoStage {

	private static final Set<ActionState> TRIED = EnumSet.of(ActionState.ONGOING, ActionState.DONE,
			ActionState.ABANDONED);

	private static final LocalTime MORNING = LocalTime.of(9, 30);

	private static final LocalTime NOON = LocalTime.of(12, 30);

	private static final LocalTime AFTERNOON = LocalTime.of(13, 30);

	private static final LocalTime EVENING = LocalTime.of(16, 30);

	private final MovableClock clock;

	private final StructureKeeping structures;

	private final Enrolling enrolling;

	private final Leaving leaving;

	private final Mandating mandating;

	private final Mandates mandates;

	private final Scheduling scheduling;

	private final CollectiveSessions sessions;

	private final MeetingKeeping meetingKeeping;

	private final IndividualMeetings meetings;

	private final SlotOffering offering;

	private final SlotAnnouncing announcing;

	private final SlotBooking booking;

	private final SlotRows slots;

	private final SpeakerKeeping speakers;

	private final Replying replying;

	private final RepliesToRead toRead;

	private final CohortWriting writing;

	private final AttendanceTaking attendance;

	private final GuestTaking guests;

	private final ActionLogging logging;

	private final ActionDrafts drafts;

	private final AvailabilitySaying availability;

	private final Commenting commenting;

	private final JournalVisits visits;

	private final EntityManager entities;

	private final Map<Taxonomy, Map<String, UUID>> entries;

	DemoStage(MovableClock clock, StructureKeeping structures, Enrolling enrolling, Leaving leaving,
			Mandating mandating, Mandates mandates, Scheduling scheduling, CollectiveSessions sessions,
			MeetingKeeping meetingKeeping, IndividualMeetings meetings, SlotOffering offering,
			SlotAnnouncing announcing, SlotBooking booking, SlotRows slots, SpeakerKeeping speakers, Replying replying,
			RepliesToRead toRead, CohortWriting writing, AttendanceTaking attendance, GuestTaking guests,
			ActionLogging logging, ActionDrafts drafts, AvailabilitySaying availability, Commenting commenting,
			JournalVisits visits, TaxonomyEntries entries, EntityManager entities) {
		this.clock = clock;
		this.structures = structures;
		this.enrolling = enrolling;
		this.leaving = leaving;
		this.mandating = mandating;
		this.mandates = mandates;
		this.scheduling = scheduling;
		this.sessions = sessions;
		this.meetingKeeping = meetingKeeping;
		this.meetings = meetings;
		this.offering = offering;
		this.announcing = announcing;
		this.booking = booking;
		this.slots = slots;
		this.speakers = speakers;
		this.replying = replying;
		this.toRead = toRead;
		this.writing = writing;
		this.attendance = attendance;
		this.guests = guests;
		this.logging = logging;
		this.drafts = drafts;
		this.availability = availability;
		this.commenting = commenting;
		this.visits = visits;
		this.entities = entities;
		this.entries = entries.offered(EnumSet.allOf(Taxonomy.class))
			.stream()
			.collect(Collectors.groupingBy(TaxonomyEntry::getTaxonomy,
					Collectors.toMap(TaxonomyEntry::getLabel, TaxonomyEntry::getId)));
	}

	/** From now on it is that day, at ten in the morning in Paris. */
	void on(LocalDate day) {
		at(day.atTime(10, 0));
	}

	void at(LocalDateTime moment) {
		// A day at a time: what is over need not be looked at again at each query.
		this.entities.flush();
		this.entities.clear();
		this.clock.moveTo(moment.atZone(Zones.PARIS).toInstant());
	}

	Structure structure(String name, LegalForm form, String sector, String commune, String departement) {
		return this.structures.register(Ids.next(),
				new StructureProfile(name, form, null, null, sector, commune, departement, null, null, null));
	}

	Enrolment enrol(Parcours parcours, Structure structure, String... aims) {
		Enrolment enrolment = this.enrolling.enrol(parcours.getId(), structure.getId(), parcours.getStartsOn());
		if (aims.length > 0) {
			this.enrolling.aimAt(parcours.getId(), enrolment.getId(),
					List.of(aims).stream().map((label) -> entry(Taxonomy.LEVEL, label)).toList());
		}
		return enrolment;
	}

	/** Names somebody; signed the same day by the presidency unless it is to come. */
	Mandate mandate(Enrolment enrolment, Person person, MandateRole role, LocalDate from, @Nullable String signatory) {
		return mandate(enrolment, person, role, from, signatory, InvitedWhen.NOW);
	}

	/** The same, invited when the animation says so. */
	Mandate mandate(Enrolment enrolment, Person person, MandateRole role, LocalDate from, @Nullable String signatory,
			InvitedWhen when) {
		UUID parcoursId = enrolment.getParcours().getId();
		Mandate mandate = this.mandating.mandate(parcoursId, enrolment.getId(), person, role, from, when);
		if (signatory != null) {
			this.mandating.sign(parcoursId, mandate.getId(), mandate.getVersion(), signatory, from);
		}
		return mandate;
	}

	/** Gives a day its date: morning and afternoon, in a room. */
	void schedule(Parcours parcours, int rank, LocalDate day, String venue, String commune) {
		CollectiveSession session = session(parcours, rank);
		this.scheduling.schedule(parcours.getId(), rank, session.getVersion(),
				new SessionPlan(
						List.of(new TimeSlot(day.atTime(MORNING), day.atTime(NOON)),
								new TimeSlot(day.atTime(AFTERNOON), day.atTime(EVENING))),
						Mode.PRESENTIEL, venue, commune, ""));
	}

	void cancel(Parcours parcours, int rank, String reason) {
		this.scheduling.cancel(parcours.getId(), rank, session(parcours, rank).getVersion(), reason);
	}

	/** What those who come to a day bring. */
	void bring(Parcours parcours, int rank, String what) {
		CollectiveSession day = session(parcours, rank);
		this.scheduling.prepare(parcours.getId(), rank, day.getVersion(), day.getTitle(), day.getObjectives(), what);
	}

	/** Somebody without an account speaks that day. */
	void speaks(Parcours parcours, int rank, String name, String organisation, @Nullable String email) {
		this.speakers.add(Ids.next(), parcours.getId(), rank, new GuestSpeaker.Words(name, organisation, email));
	}

	/** Somebody says what they can never do. */
	void never(Person person, String... codes) {
		Impersonation.as(person, () -> this.availability.say(person.getId(), List.of(codes)));
	}

	/** Somebody says by themselves whether they come. */
	void reply(Parcours parcours, int rank, Person person, Said said) {
		Impersonation.as(person,
				() -> this.replying.answer(parcours.getId(), rank, person.getId(), said, AnswerWay.SIGNED_IN));
	}

	/** Somebody phoned. */
	void phoned(Parcours parcours, int rank, Person person, Said said) {
		this.replying.answer(parcours.getId(), rank, person.getId(), said, AnswerWay.BY_FACILITATOR);
	}

	/** Their calendar says « perhaps ». */
	void perhaps(Parcours parcours, int rank, Person person) {
		String address = String.valueOf(person.getEmail());
		this.toRead.keep(session(parcours, rank).getId(), address, address, ReplyToRead.Said.TENTATIVE,
				ReplyToRead.Why.UNCLEAR, address);
	}

	void guest(Parcours parcours, int rank, Guest guest) {
		this.guests.add(parcours.getId(), rank, guest);
	}

	/**
	 * A day takes place: everybody expected is there but those named, then it is
	 * countersigned.
	 */
	void hold(Parcours parcours, int rank, Map<Person, AttendanceStatus> missing) {
		hold(parcours, rank, missing, Set.of());
	}

	/** The same, where some have signed already. */
	void hold(Parcours parcours, int rank, Map<Person, AttendanceStatus> missing, Set<Person> signed) {
		CollectiveSession session = session(parcours, rank);
		TimeSlot slot = Objects.requireNonNull(session.getSlot());
		at(slot.end().plusMinutes(10));
		List<Mandate> expected = this.mandates.expectedOn(parcours.getId(), slot.start().toLocalDate());
		for (HalfDay halfDay : session.getHalfDays()) {
			for (Mandate mandate : expected) {
				Person person = mandate.getPerson();
				if (!signed.contains(person)) {
					this.attendance.record(parcours.getId(), halfDay.getId(), person.getId(),
							missing.getOrDefault(person, AttendanceStatus.PRESENT), AttendanceMethod.BY_FACILITATOR,
							null);
				}
			}
		}
		this.scheduling.hold(parcours.getId(), rank, session(parcours, rank).getVersion());
		for (HalfDay halfDay : session.getHalfDays()) {
			this.attendance.countersign(parcours.getId(), halfDay.getId());
		}
	}

	/** A meeting is fixed a week before, held on its day, and told in two sentences. */
	void meet(Enrolment enrolment, int rank, Person with, LocalDateTime start, Person there, String notes) {
		UUID parcoursId = enrolment.getParcours().getId();
		on(start.toLocalDate().minusDays(7));
		fix(enrolment, rank, with, start);
		at(start.plusMinutes(95));
		IndividualMeeting meeting = meeting(enrolment, rank);
		this.meetingKeeping.hold(parcoursId, meeting.getId(), meeting.getVersion(), List.of(there.getId()), 90);
		meeting = meeting(enrolment, rank);
		this.meetingKeeping.write(parcoursId, meeting.getId(), meeting.getVersion(), notes, null);
	}

	void fix(Enrolment enrolment, int rank, Person with, LocalDateTime start) {
		IndividualMeeting meeting = meeting(enrolment, rank);
		this.meetingKeeping.schedule(enrolment.getParcours().getId(), meeting.getId(), meeting.getVersion(),
				with.getId(), new TimeSlot(start, start.plusMinutes(90)), Mode.PRESENTIEL,
				enrolment.getStructure().getName());
	}

	/** Writes to everybody about a day. */
	void write(Parcours parcours, Viewer by, int rank, String subject, String words) {
		this.writing.send(Ids.next(), by, parcours.getId(),
				new Draft(Audience.EVERYBODY, rank, Set.of(), subject, words));
	}

	/** Offers two slots in the morning, three in the afternoon, in the structures. */
	void offer(Parcours parcours, Person with, LocalDate day) {
		for (SlotRun run : List.of(new SlotRun(day, MORNING, NOON, 60, 30),
				new SlotRun(day, AFTERNOON, LocalTime.of(17, 30), 60, 30))) {
			this.offering.offer(Ids.next(), parcours.getId(), with.getId(), run, Mode.PRESENTIEL, "");
		}
	}

	/** Its pilot takes the first slot there is. */
	void take(Enrolment enrolment, int rank, Person by) {
		UUID parcoursId = enrolment.getParcours().getId();
		IndividualMeeting meeting = meeting(enrolment, rank);
		Impersonation.as(by, () -> this.booking.book(parcoursId, meeting.getId(), meeting.getVersion(),
				this.slots.free(parcoursId).getFirst().id()));
	}

	void announceSlots(Parcours parcours) {
		this.announcing.announce(parcours.getId());
	}

	/**
	 * Notes an action as its title, then says the rest of it; what was tried is under way
	 * from the first: a parcours that is over takes no new promise.
	 */
	LoggedAction log(Enrolment enrolment, Person by, DemoAction action) {
		UUID parcoursId = enrolment.getParcours().getId();
		LoggedAction[] logged = new LoggedAction[1];
		Impersonation.as(by, () -> {
			ActionState noted = TRIED.contains(action.state()) ? ActionState.ONGOING : ActionState.IDEA;
			LoggedAction first = this.logging.log(Ids.next(), parcoursId, enrolment.getId(),
					new ActionDraft(action.title(), noted, "", null, null));
			logged[0] = action.isOnlyATitle() ? first
					: this.logging.revise(parcoursId, first.getId(), first.getVersion(), action.details(this::entry));
		});
		return logged[0];
	}

	/**
	 * Says something of an action.
	 * @param standingFor null for the animation
	 */
	void say(LoggedAction action, Person by, @Nullable Enrolment standingFor, String words) {
		Impersonation.as(by,
				() -> this.commenting.say(Ids.next(), seat(action, by, standingFor), action.getId(), words, Set.of()));
	}

	/**
	 * Opens the journal of their parcours; the animation where it is nobody's structure.
	 */
	void visit(LoggedAction action, Person by, @Nullable Enrolment standingFor) {
		Impersonation.as(by, () -> this.visits.open(seat(action, by, standingFor)));
	}

	/** Notes of an action what the animation alone reads. */
	void note(LoggedAction action, Person by, String words) {
		Seat.Facilitating seat = new Seat.Facilitating(action.getEnrolment().getParcours(), viewer(by));
		Impersonation.as(by, () -> this.commenting.note(seat, action.getId(), -1, words));
	}

	private static Seat seat(LoggedAction action, Person by, @Nullable Enrolment standingFor) {
		Parcours parcours = action.getEnrolment().getParcours();
		return (standingFor == null) ? new Seat.Facilitating(parcours, viewer(by)) : new Seat.Piloting(parcours,
				viewer(by), List.of(new PilotedStructure(standingFor.getId(), standingFor.getStructure().getName())));
	}

	private static Viewer viewer(Person by) {
		return new Viewer(by.getId(), by.getId(), by.getGivenName(), by.getFamilyName(), null);
	}

	/** Begins to write about an action, and does not note it yet. */
	void begin(Parcours parcours, Person by, String title, String description) {
		Impersonation.as(by, () -> this.drafts.keep(Ids.next(), parcours.getId(), null,
				Map.of("title", List.of(title), "description", List.of(description))));
	}

	/** An entry of a list by its label. */
	UUID entry(Taxonomy taxonomy, String label) {
		UUID id = this.entries.getOrDefault(taxonomy, Map.of()).get(label);
		if (id == null) {
			throw new IllegalArgumentException(taxonomy + " has no « " + label + " »");
		}
		return id;
	}

	void estimate(Enrolment enrolment, int people) {
		this.enrolling.estimateDistinctServiceUsers(enrolment.getParcours().getId(), enrolment.getId(), people);
	}

	void withdraw(Enrolment enrolment, LocalDate on, String reason) {
		int version = this.entities.find(Enrolment.class, enrolment.getId()).getVersion();
		this.leaving.withdraw(enrolment.getParcours().getId(), enrolment.getId(), version, on, reason);
	}

	/** Comes back with its people, who sign again, and meetings to fix anew. */
	void comeBack(Enrolment enrolment, LocalDate on, String reason) {
		UUID parcoursId = enrolment.getParcours().getId();
		int version = this.entities.find(Enrolment.class, enrolment.getId()).getVersion();
		List<UUID> mandated = this.leaving.lapsed(parcoursId, enrolment.getId()).stream().map(Mandate::getId).toList();
		this.leaving.comeBack(parcoursId, enrolment.getId(), version, on, reason, mandated);
		for (Mandate mandate : this.mandates.ofEnrolment(enrolment.getId())) {
			if (mandate.isActiveOn(on)) {
				this.mandating.sign(parcoursId, mandate.getId(), mandate.getVersion(), "La présidence", on);
			}
		}
		for (IndividualMeeting meeting : this.meetings.ofEnrolment(enrolment.getId())) {
			this.meetingKeeping.postpone(parcoursId, meeting.getId(), meeting.getVersion());
		}
	}

	private CollectiveSession session(Parcours parcours, int rank) {
		return this.sessions.ranked(parcours.getId(), rank).orElseThrow();
	}

	private IndividualMeeting meeting(Enrolment enrolment, int rank) {
		return this.meetings.ofEnrolment(enrolment.getId())
			.stream()
			.filter((meeting) -> meeting.getRank() == rank)
			.findFirst()
			.orElseThrow();
	}

	static @Nullable BigDecimal hours(@Nullable String hours) {
		return (hours != null) ? new BigDecimal(hours) : null;
	}

	/** What was tried is in the library; under a name, where the bilan tells it too. */
	static ActionDetails.Sharing shared(ActionState state, boolean withTheBilan) {
		return new ActionDetails.Sharing(true, TRIED.contains(state), withTheBilan, withTheBilan, withTheBilan);
	}

}
