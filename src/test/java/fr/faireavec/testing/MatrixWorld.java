package fr.faireavec.testing;

import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.attendance.AttendanceMethod;
import fr.faireavec.attendance.AttendanceStatus;
import fr.faireavec.attendance.AttendanceTaking;
import fr.faireavec.attendance.Guest;
import fr.faireavec.attendance.GuestTaking;
import fr.faireavec.bilans.BilanKind;
import fr.faireavec.bilans.BilanPublishing;
import fr.faireavec.bilans.Bilans;
import fr.faireavec.bilans.SharedLinks;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.evidence.AuthorisationTerms;
import fr.faireavec.evidence.Authorising;
import fr.faireavec.evidence.EvidenceKeeping;
import fr.faireavec.evidence.GivenFiles;
import fr.faireavec.evidence.Purpose;
import fr.faireavec.exchanges.Commenting;
import fr.faireavec.funders.Funder;
import fr.faireavec.funders.FunderKeeping;
import fr.faireavec.funders.FunderKind;
import fr.faireavec.funders.FunderLogos;
import fr.faireavec.journal.ActionDraft;
import fr.faireavec.journal.ActionDrafts;
import fr.faireavec.journal.ActionLogging;
import fr.faireavec.journal.ActionState;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Sealing;
import fr.faireavec.messages.Audience;
import fr.faireavec.messages.CohortWriting;
import fr.faireavec.messages.Draft;
import fr.faireavec.parcours.ConventionKeeping;
import fr.faireavec.parcours.ConventionTerms;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.PilotedStructure;
import fr.faireavec.parcours.Seat;
import fr.faireavec.passes.Passes;
import fr.faireavec.polls.AskedDay;
import fr.faireavec.polls.PollOpening;
import fr.faireavec.polls.PollReading;
import fr.faireavec.polls.PollSheet;
import fr.faireavec.polls.PollTerms;
import fr.faireavec.replies.RepliesToRead;
import fr.faireavec.replies.ReplyToRead;
import fr.faireavec.scans.Scanning;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.GuestSpeaker;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.SpeakerKeeping;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.settings.NetworkLogo;
import fr.faireavec.signin.Inviting;
import fr.faireavec.signing.Rooms;
import fr.faireavec.slots.SlotOffering;
import fr.faireavec.slots.SlotRows;
import fr.faireavec.slots.SlotRun;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two parcours side by side, and one person of every kind: what the permission matrix is
 * asked about.
 */
@TestComponent
public class MatrixWorld {

	/** What no foreign page may ever hold. */
	public static final String CANARY = "CANARI";

	/** A PNG of one pixel. */
	private static final byte[] DOT = Base64.getDecoder()
		.decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=");

	/** The smallest page that is taken. */
	private static final byte[] PAPER = Paper.jpeg(new BufferedImage(40, 1000, BufferedImage.TYPE_BYTE_GRAY));

	private final Cast cast;

	private final AccountKeeping accounts;

	private final Inviting inviting;

	private final FunderKeeping funders;

	private final FunderLogos logos;

	private final NetworkLogo networkLogo;

	private final ConventionKeeping conventions;

	private final Scheduling scheduling;

	private final CollectiveSessions sessions;

	private final IndividualMeetings meetings;

	private final SpeakerKeeping speakers;

	private final RepliesToRead toRead;

	private final AttendanceTaking attendance;

	private final GuestTaking guests;

	private final Rooms rooms;

	private final Scanning scanning;

	private final SlotOffering offering;

	private final SlotRows slots;

	private final CohortWriting writing;

	private final PollOpening pollOpening;

	private final PollReading polls;

	private final ActionLogging logging;

	private final ActionDrafts drafts;

	private final GivenFiles given;

	private final EvidenceKeeping evidence;

	private final Authorising authorising;

	private final Commenting commenting;

	private final BilanPublishing publishing;

	private final Bilans bilans;

	private final SharedLinks shares;

	private final Passes passes;

	private final JdbcClient jdbc;

	private final Sealing sealing;

	private final UUID passkey = UUID.randomUUID();

	MatrixWorld(Cast cast, AccountKeeping accounts, Inviting inviting, FunderKeeping funders, FunderLogos logos,
			NetworkLogo networkLogo, ConventionKeeping conventions, Scheduling scheduling, CollectiveSessions sessions,
			IndividualMeetings meetings, SpeakerKeeping speakers, RepliesToRead toRead, AttendanceTaking attendance,
			GuestTaking guests, Rooms rooms, Scanning scanning, SlotOffering offering, SlotRows slots,
			CohortWriting writing, PollOpening pollOpening, PollReading polls, ActionLogging logging,
			ActionDrafts drafts, GivenFiles given, EvidenceKeeping evidence, Authorising authorising,
			Commenting commenting, BilanPublishing publishing, Bilans bilans, SharedLinks shares, Passes passes,
			JdbcClient jdbc, Sealing sealing) {
		this.cast = cast;
		this.accounts = accounts;
		this.inviting = inviting;
		this.funders = funders;
		this.logos = logos;
		this.networkLogo = networkLogo;
		this.conventions = conventions;
		this.scheduling = scheduling;
		this.sessions = sessions;
		this.meetings = meetings;
		this.speakers = speakers;
		this.toRead = toRead;
		this.attendance = attendance;
		this.guests = guests;
		this.rooms = rooms;
		this.scanning = scanning;
		this.offering = offering;
		this.slots = slots;
		this.writing = writing;
		this.pollOpening = pollOpening;
		this.polls = polls;
		this.logging = logging;
		this.drafts = drafts;
		this.given = given;
		this.evidence = evidence;
		this.authorising = authorising;
		this.commenting = commenting;
		this.publishing = publishing;
		this.bilans = bilans;
		this.shares = shares;
		this.passes = passes;
		this.jdbc = jdbc;
		this.sealing = sealing;
	}

	/**
	 * The people, by what they are; and the addresses' variables, for this parcours and
	 * for the other.
	 */
	public record World(Map<Who, Person> people, Map<String, String> own, Map<String, String> sameParcours,
			Map<String, String> otherParcours, String token) {
	}

	public World build() {
		LocalDate start = LocalDate.of(2026, 9, 1);
		this.cast.itIs(start.atTime(9, 0));
		Map<Who, Person> people = new EnumMap<>(Who.class);
		people.put(Who.ADMIN, this.cast.administrator("Ada", "Min"));
		people.put(Who.FACILITATOR, this.cast.facilitator("Claire", "Vasseur"));
		people.put(Who.OTHER_FACILITATOR, this.cast.facilitator("Malik", "Dubreuil"));
		people.put(Who.PILOT, this.cast.person("Inès", "Carpentier"));
		people.put(Who.COPILOT, this.cast.person("Nora", "Leclercq"));
		people.put(Who.OTHER_PILOT, this.cast.person("Hugo", "Lemaire"));
		people.put(Who.FORMER_PILOT, this.cast.person("Paul", "Tison"));
		people.put(Who.FUNDER, this.cast.person("Hélène", "Martel"));
		people.put(Who.OTHER_FUNDER, this.cast.person("Rémi", "Sauvage"));
		people.put(Who.DISABLED, this.cast.facilitator("Zoé", "Partie"));
		Person claire = people.get(Who.FACILITATOR);
		Person malik = people.get(Who.OTHER_FACILITATOR);
		Parcours ours = this.cast.parcours("Nos sources", start, claire, people.get(Who.DISABLED));
		Parcours theirs = this.cast.parcours("Leurs rivières", start, malik);
		Enrolment own = this.cast.enrol(ours, this.cast.structure("Recyclerie " + CANARY));
		Enrolment same = this.cast.enrol(ours, this.cast.structure("Cantine " + CANARY));
		Enrolment other = this.cast.enrol(theirs, this.cast.structure("Garage " + CANARY));
		this.cast.pilot(own, people.get(Who.FORMER_PILOT), start);
		this.cast.itIs(start.plusDays(5).atTime(9, 0));
		Mandate mandate = this.cast.pilot(own, people.get(Who.PILOT), start.plusDays(5));
		this.cast.copilot(own, people.get(Who.COPILOT), start);
		Mandate sameMandate = this.cast.pilot(same, people.get(Who.OTHER_PILOT), start);
		Mandate otherMandate = this.cast.pilot(other, this.cast.person("Odile", "Ailleurs"), start);
		this.networkLogo.give(DOT, "logo.png");
		Funder region = funder("Région " + CANARY, people.get(Who.FUNDER));
		Funder county = funder("Département " + CANARY, people.get(Who.OTHER_FUNDER));
		this.cast.flush();
		secondFactors(people.get(Who.PILOT), people.get(Who.COPILOT));
		UUID convention = convention(ours, region);
		UUID otherConvention = convention(theirs, county);
		Map<String, String> first = objects(ours, own, mandate, convention, claire, region, people.get(Who.PILOT));
		Map<String, String> second = objects(ours, same, sameMandate, convention, claire, region,
				people.get(Who.OTHER_PILOT));
		Map<String, String> third = objects(theirs, other, otherMandate, otherConvention, malik, county,
				otherMandate.getPerson());
		for (Parcours parcours : List.of(ours, theirs)) {
			Impersonation.as(claire, () -> this.publishing.publish(parcours.getId(), BilanKind.INTERMEDIAIRE,
					parcours.getStartsOn(), parcours.getEndsOn(), CANARY, CANARY));
		}
		this.cast.flush();
		shared(first, ours, region);
		shared(second, ours, region);
		shared(third, theirs, county);
		gathered(first, convention);
		gathered(second, convention);
		gathered(third, otherConvention);
		String token = this.inviting.issueLink(people.get(Who.PILOT).getId());
		this.accounts.disable(people.get(Who.DISABLED).getId());
		// Later than all of it, however long it took to make.
		this.cast.itIs(start.plusDays(7).atTime(9, 10));
		this.cast.forget();
		return new World(people, first, second, third, token);
	}

	/** A passkey and an application half set up; an application that counts. */
	private void secondFactors(Person pilot, Person copilot) {
		this.jdbc.sql("""
				INSERT INTO passkey (id, version, account_id, credential_id, public_key, signature_count, transports,
				                     backup_eligible, backup_state, attestation, attestation_client, name, added_at)
				SELECT :id, 0, a.id, '\\x01', '\\x02', 0, '', false, false, '\\x03', '\\x04', :name, '2026-09-01'
				FROM account a WHERE a.person_id = :person
				""").param("id", this.passkey).param("name", "Clé " + CANARY).param("person", pilot.getId()).update();
		for (Person person : List.of(pilot, copilot)) {
			this.jdbc.sql("""
					INSERT INTO authenticator (id, version, account_id, secret, started_at, confirmed_at, last_step)
					SELECT :id, 0, a.id, :secret, '2026-09-01', cast(:confirmed AS timestamptz), 0
					FROM account a WHERE a.person_id = :person
					""")
				.param("id", Ids.next())
				.param("secret", this.sealing.seal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"))
				.param("confirmed", person.equals(copilot) ? "2026-09-01" : null, java.sql.Types.VARCHAR)
				.param("person", person.getId())
				.update();
		}
	}

	private Funder funder(String name, Person reader) {
		Funder funder = this.funders.register(Ids.next(), name, FunderKind.REGION, "", "");
		this.funders.nameReader(funder.getId(), reader);
		this.logos.give(funder.getId(), DOT, "logo.png");
		return funder;
	}

	private UUID convention(Parcours parcours, Funder funder) {
		return this.conventions
			.agree(Ids.next(), parcours.getId(), funder.getId(),
					new ConventionTerms("N-1", null, parcours.getStartsOn(), parcours.getEndsOn(), null, null, null,
							null, null, null, null))
			.getId();
	}

	private Map<String, String> objects(Parcours parcours, Enrolment enrolment, Mandate mandate, UUID convention,
			Person facilitator, Funder funder, Person pilot) {
		CollectiveSession session = this.sessions.ranked(parcours.getId(), 1).orElseThrow();
		if (session.getSlot() == null) {
			LocalDateTime morning = parcours.getStartsOn().plusDays(7).atTime(9, 30);
			this.cast.itIs(morning.minusMinutes(30));
			this.scheduling.schedule(parcours.getId(), 1, session.getVersion(), new SessionPlan(
					List.of(new TimeSlot(morning, morning.plusHours(3))), Mode.PRESENTIEL, "Salle " + CANARY, "", ""));
			this.cast.flush();
			session = this.sessions.ranked(parcours.getId(), 1).orElseThrow();
			Impersonation.as(facilitator,
					() -> this.guests.add(parcours.getId(), 1, new Guest("Invitée " + CANARY, "", null, null)));
			Impersonation.as(facilitator, () -> this.speakers.add(Ids.next(), parcours.getId(), 1,
					new GuestSpeaker.Words("Oratrice " + CANARY, "", "oratrice@demo.example")));
			this.toRead.keep(session.getId(), "agenda@demo.example", "agenda@demo.example", ReplyToRead.Said.TENTATIVE,
					ReplyToRead.Why.UNCLEAR, parcours.getSlug());
		}
		CollectiveSession planned = session;
		UUID halfDay = planned.getHalfDays().getFirst().getId();
		Impersonation.as(facilitator, () -> this.attendance.record(parcours.getId(), halfDay, pilot.getId(),
				AttendanceStatus.PRESENT, AttendanceMethod.BY_FACILITATOR, null));
		UUID action = Impersonation.giving(facilitator,
				() -> this.logging
					.log(Ids.next(), parcours.getId(), enrolment.getId(), ActionDraft.titled("Action " + CANARY))
					.getId());
		this.cast.flush();
		Map<String, String> variables = new HashMap<>();
		variables.put("/parcours/slug", parcours.getSlug());
		variables.put("/structures/slug", enrolment.getStructure().getSlug());
		variables.put("/financeurs/slug", funder.getSlug());
		variables.put("rank", "1");
		variables.put("enrolmentId", enrolment.getId().toString());
		variables.put("mandateId", mandate.getId().toString());
		variables.put("conventions/id", convention.toString());
		variables.put("conventionId", convention.toString());
		variables.put("rendez-vous/id", this.meetings.ofEnrolment(enrolment.getId()).getFirst().getId().toString());
		UUID message = Impersonation.giving(facilitator,
				() -> this.writing.send(Ids.next(), this.cast.viewer(facilitator), parcours.getId(),
						new Draft(Audience.EVERYBODY, 1, Set.of(), "Objet " + CANARY, "Message " + CANARY)));
		variables.put("messageId", message.toString());
		variables.put("slotId", slot(parcours, facilitator));
		PollSheet poll = poll(parcours, facilitator);
		variables.put("sondages/link", this.passes.give("polls.answers", pilot.getId(), poll.id(), null));
		variables.put("askeeId", pilot.getId().toString());
		variables.put("optionId", poll.days().getFirst().options().getFirst().id().toString());
		variables.put("actionId", action.toString());
		UUID draft = Ids.next();
		Impersonation.as(pilot,
				() -> this.drafts.keep(draft, parcours.getId(), null, Map.of("title", List.of("Commencé " + CANARY))));
		variables.put("draftId", draft.toString());
		evidence(variables, parcours.getId(), action, facilitator);
		Seat seat = new Seat.Piloting(parcours, this.cast.viewer(pilot),
				List.of(new PilotedStructure(enrolment.getId(), "")));
		variables.put("commentId",
				Impersonation
					.giving(pilot, () -> this.commenting.say(Ids.next(), seat, action, "Message " + CANARY, Set.of()))
					.toString());
		variables.put("libraryId", shared(parcours, enrolment, pilot));
		variables.put("code", this.rooms.codeOf(parcours.getId(), 1));
		variables.put("halfDayId", halfDay.toString());
		Impersonation.as(facilitator, () -> this.scanning.keep(parcours.getId(), 1, Paper.unread(parcours.getSlug())));
		variables.put("feuilles/id",
				this.jdbc.sql("SELECT id FROM scanned_page WHERE session_id = :session")
					.param("session", planned.getId())
					.query(String.class)
					.single());
		variables.put("occurrence", "rappel");
		variables.put("subjectId", enrolment.getId().toString());
		variables.put("feed", this.passes.give("agenda.feed", pilot.getId(), pilot.getId(), null));
		variables.put("link", this.passes.give("replies.presence", pilot.getId(), planned.getId(), null));
		variables.put("personId", pilot.getId().toString());
		variables.put("otherId", facilitator.getId().toString());
		variables.put("letterId",
				this.jdbc.sql("SELECT id FROM letter WHERE subject_id = :mandate")
					.param("mandate", mandate.getId())
					.query(String.class)
					.single());
		variables.put("guestId",
				this.jdbc.sql("SELECT id FROM session_guest WHERE session_id = :session")
					.param("session", planned.getId())
					.query(String.class)
					.single());
		variables.put("speakerId",
				this.jdbc.sql("SELECT id FROM guest_speaker WHERE session_id = :session")
					.param("session", planned.getId())
					.query(String.class)
					.single());
		variables.put("replyId",
				this.jdbc.sql("SELECT id FROM calendar_reply WHERE session_id = :session")
					.param("session", planned.getId())
					.query(String.class)
					.single());
		variables.put("liste", "themes");
		variables.put("{liste}/id",
				this.jdbc.sql("SELECT id FROM taxonomy_entry WHERE taxonomy = 'THEME' AND rank = 1")
					.query(String.class)
					.single());
		variables.put("rateId",
				this.jdbc.sql("SELECT id FROM valuation_rate ORDER BY valid_from DESC LIMIT 1")
					.query(String.class)
					.single());
		variables.put("noticeId", evidence(parcours, """
				INSERT INTO erasure_notice (id, kind, parcours_id, label, due_on, lines, announced_at)
				VALUES (:id, 'attendance.names', :parcours, :name, '2031-10-01', 1, '2026-09-01')
				ON CONFLICT (kind, parcours_id, due_on) DO UPDATE SET lines = 1 RETURNING id""", facilitator));
		variables.put("holdId", evidence(parcours, """
				INSERT INTO evidence_hold (id, parcours_id, label, until, held_by, held_at)
				VALUES (:id, :parcours, :name, '2032-10-01', :by, '2026-09-01')
				ON CONFLICT (parcours_id) DO UPDATE SET held_by = :by RETURNING id""", facilitator));
		variables.put("connectionId", "inconnue");
		variables.put("cles/id", this.passkey.toString());
		variables.put("animation/personId", facilitator.getId().toString());
		variables.put("lecture/personId",
				this.jdbc.sql("SELECT person_id FROM funder_reader WHERE funder_id = :funder")
					.param("funder", funder.getId())
					.query(String.class)
					.single());
		return variables;
	}

	/** Proofs that were opened to the funder. */
	private void gathered(Map<String, String> variables, UUID convention) {
		variables.put("dossierId", this.jdbc.sql("""
				WITH made AS (INSERT INTO dossier (id, convention_id, asked_at, made_at, bytes, sha256, opened_at)
				    VALUES (:id, :convention, '2026-09-02', '2026-09-02', 3, repeat('0', 64), '2026-09-03')
				    ON CONFLICT (convention_id) DO UPDATE SET bytes = 3 RETURNING id),
				  part AS (INSERT INTO dossier_part (dossier_id, ordinal, content) SELECT id, 0, 'ZIP'::bytea FROM made
				    ON CONFLICT DO NOTHING)
				SELECT id FROM made""")
			.param("id", Ids.next())
			.param("convention", convention)
			.query(String.class)
			.single());
	}

	/** A photo in which somebody agreed, on paper, to be recognised. */
	private void evidence(Map<String, String> variables, UUID parcoursId, UUID action, Person facilitator) {
		AuthorisationTerms terms = new AuthorisationTerms("Nadia " + CANARY, false, "", Set.of(Purpose.COHORT),
				Set.of(), LocalDate.of(2028, 9, 1), "");
		Impersonation.as(facilitator, () -> {
			UUID piece = this.evidence.add(parcoursId, action, this.given.read(DOT, "photo.png"), "Photo " + CANARY,
					true);
			UUID authorisation = this.authorising.ask(parcoursId, action, piece, terms);
			this.authorising.giveOnPaper(parcoursId, action, piece, authorisation,
					this.given.signed(PAPER, "accord.jpg"));
			String address = this.authorising.address(authorisation, piece).orElseThrow();
			variables.put("pieceId", piece.toString());
			variables.put("authorisationId", authorisation.toString());
			variables.put("autorisation/link", address.substring(address.lastIndexOf('/') + 1));
		});
	}

	/** A bilan and a link to it. */
	private void shared(Map<String, String> variables, Parcours parcours, Funder funder) {
		this.shares.share(Ids.next(), parcours.getId(), 1, funder.getId());
		SharedLinks.Shared made = this.shares.of(this.bilans.numbered(parcours.getId(), 1).orElseThrow().id())
			.getFirst();
		variables.put("version", "1");
		variables.put("shareId", made.share().id().toString());
		String address = made.address().orElseThrow();
		variables.put("partage/link", address.substring(address.lastIndexOf('/') + 1));
	}

	/** An action everybody who tries things may read, without a name. */
	private String shared(Parcours parcours, Enrolment enrolment, Person pilot) {
		UUID action = Impersonation.giving(pilot,
				() -> this.logging
					.log(Ids.next(), parcours.getId(), enrolment.getId(),
							new ActionDraft("Essai partagé", ActionState.ONGOING, "", null, null))
					.getId());
		this.cast.flush();
		return this.jdbc
			.sql("""
					UPDATE logged_action SET shared_library = true, own_theme = 'Troc de services', own_lever = 'Caisse commune'
					WHERE id = :id RETURNING library_id""")
			.param("id", action)
			.query(String.class)
			.single();
	}

	/** One slot at a time: both structures of one parcours see the same. */
	private String slot(Parcours parcours, Person facilitator) {
		SlotRun run = new SlotRun(parcours.getStartsOn().plusDays(40), LocalTime.of(10, 0), LocalTime.of(11, 0), 60, 0);
		if (this.slots.free(parcours.getId()).isEmpty()) {
			Impersonation.as(facilitator, () -> this.offering.offer(Ids.next(), parcours.getId(), facilitator.getId(),
					run, Mode.PRESENTIEL, "Salle " + CANARY));
			this.cast.flush();
		}
		return this.slots.free(parcours.getId()).getFirst().id().toString();
	}

	private PollSheet poll(Parcours parcours, Person facilitator) {
		if (this.polls.aliveIn(parcours.getId()).isEmpty()) {
			LocalDate day = parcours.getStartsOn().plusDays(42);
			AskedDay asked = new AskedDay(2, new AskedDay.Hours(LocalTime.of(9, 30), LocalTime.of(12, 30), null, null),
					new AskedDay.Place(Mode.PRESENTIEL, "Salle " + CANARY, "", ""), List.of(day, day.plusDays(7)));
			Impersonation.as(facilitator, () -> this.pollOpening.open(Ids.next(), parcours.getId(),
					new PollTerms(day.minusDays(14), 3, 7, "", false), List.of(asked)));
			this.cast.flush();
		}
		return this.polls.aliveIn(parcours.getId()).orElseThrow();
	}

	private String evidence(Parcours parcours, String sql, Person by) {
		return this.jdbc.sql(sql)
			.param("id", Ids.next())
			.param("parcours", parcours.getId())
			.param("name", parcours.getName())
			.param("by", by.getId())
			.query(String.class)
			.single();
	}

	/** Everybody the matrix asks about. */
	public enum Who {

		ANONYMOUS, ADMIN, FACILITATOR, OTHER_FACILITATOR, PILOT, COPILOT, OTHER_PILOT, FORMER_PILOT, FUNDER,
		OTHER_FUNDER, DISABLED

	}

}
