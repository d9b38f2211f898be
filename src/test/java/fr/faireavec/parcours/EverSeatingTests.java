package fr.faireavec.parcours;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fr.faireavec.accounts.KnownNames;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.funders.Funder;
import fr.faireavec.funders.FunderKeeping;
import fr.faireavec.funders.FunderKind;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What somebody's file tells of is beyond whoever does not run that parcours: each of
 * these did one thing in Malik's, and has no seat there any more.
 */
@IntegrationTest
class EverSeatingTests {

	private static final LocalDate START = LocalDate.of(2026, 9, 1);

	private static final String ACTION = """
			INSERT INTO logged_action (id, version, enrolment_id, title, state, awaits_pilot, written_by, logged_at,
			                           confirmed_by, confirmed_at)
			SELECT gen_random_uuid(), 0, :enrolment, 'Secret', 'IDEA', false, %s, now(), %s, now()
			FROM person m WHERE m.family_name = 'Dubreuil'""";

	/** The room that knows of it, and how it is done there. */
	private static final Map<String, Map<String, String>> ONCE = once();

	@Autowired
	private EverSeating seating;

	@Autowired
	private List<PersonalDataHolder> rooms;

	@Autowired
	private KnownNames known;

	@Autowired
	private Clock clock;

	@Autowired
	private Cast cast;

	@Autowired
	private FunderKeeping funders;

	@Autowired
	private ConventionKeeping conventions;

	@Autowired
	private JdbcClient jdbc;

	private Person claire;

	private Person malik;

	private Parcours parcours;

	private Enrolment enrolment;

	@BeforeEach
	void twoParcours() {
		this.cast.itIs(START.plusDays(20).atTime(9, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.malik = this.cast.facilitator("Malik", "Dubreuil");
		this.cast.parcours("Nos sources", START, this.claire);
		this.parcours = this.cast.parcours("Leurs rivières", START, this.malik);
		this.enrolment = this.cast.enrol(this.parcours, this.cast.structure("Café Passerelle"));
		Funder region = this.funders.register(Ids.next(), "Région", FunderKind.REGION, "", "", "");
		this.cast.flush();
		this.conventions.agree(Ids.next(), this.parcours.getId(), region.getId(),
				new ConventionTerms("N-1", null, START, START.plusMonths(9), null, null, null, null, null, null, null));
		this.jdbc.sql("""
				INSERT INTO half_day (id, version, session_id, ordinal, starts_at, ends_at)
				SELECT gen_random_uuid(), 0, id, 1, '2026-09-08 09:00', '2026-09-08 12:00' FROM collective_session
				WHERE parcours_id = :parcours AND rank = 1""").param("parcours", this.parcours.getId()).update();
		this.cast.forget();
	}

	@Test
	void whatSomebodyDidIsBeyondWhoeverDoesNotSeeIt() {
		Person nobody = this.cast.person("Nulle", "Part");
		assertThat(this.seating.beyond(this.cast.viewer(this.claire), nobody.getId())).isFalse();
		int[] n = new int[1];
		ONCE.forEach((room, deeds) -> deeds.forEach((deed, sql) -> {
			Person person = this.cast.person("Une", "Fois" + (char) ('a' + n[0]++));
			this.cast.flush();
			assertThat(this.jdbc.sql(sql)
				.param("person", person.getId())
				.param("parcours", this.parcours.getId())
				.param("enrolment", this.enrolment.getId())
				.update()).as(deed).isPositive();
			assertThat(this.seating.beyond(this.cast.viewer(this.claire), person.getId())).as(deed).isTrue();
			assertThat(this.seating.beyond(this.cast.viewer(this.malik), person.getId())).as(deed).isFalse();
			assertThat(without(room).beyond(this.cast.viewer(this.claire), person.getId())).as(deed + ", room silent")
				.isFalse();
		}));
	}

	/** A room that tells of a parcours says whose it is. */
	@Test
	void eachRoomThatTellsOfAParcoursIsAsked() {
		assertThat(this.rooms)
			.filteredOn((room) -> room.excerpts().stream().anyMatch((excerpt) -> excerpt.sql().contains("parcours")))
			.hasSizeGreaterThan(6)
			.allSatisfy((room) -> {
				assertThat(room.seats()).as(room.getClass().getName()).isNotEmpty();
				assertThat(ONCE).containsKey(room.getClass().getSimpleName());
			});
	}

	private EverSeating without(String room) {
		List<PersonalDataHolder> others = this.rooms.stream()
			.filter((one) -> !one.getClass().getSimpleName().equals(room))
			.toList();
		assertThat(others).hasSize(this.rooms.size() - 1);
		return new EverSeating(others, this.known, this.jdbc, this.clock);
	}

	private static Map<String, Map<String, String>> once() {
		Map<String, Map<String, String>> once = new LinkedHashMap<>();
		once.put("AuditData", Map.of("a trace in the audit", """
				INSERT INTO audit_row (id, happened_at, actor_id, what, subject_id, parcours_id, label)
				VALUES (gen_random_uuid(), now(), :person, 'action.logged', :enrolment, :parcours, 'Secret')"""));
		once.put("ActionData", Map.of("an action", ACTION.formatted(":person", "m.id"), "an action confirmed",
				ACTION.formatted("m.id", ":person")));
		once.put("ActionDraftData", Map.of("an action begun",
				"""
						INSERT INTO action_draft (id, version, person_id, parcours_id, title, description, learning, rest, kept_at)
						VALUES (gen_random_uuid(), 0, :person, :parcours, 'Secret', '', '', '', now())"""));
		String about = "WITH talked_about AS (" + ACTION.formatted("m.id", "m.id") + " RETURNING id) ";
		once.put("VisitData", Map.of("a journal opened",
				"INSERT INTO journal_visit (person_id, parcours_id, last_at) VALUES (:person, :parcours, now())"));
		once.put("CommentData", Map.of("words about an action", about + """
				INSERT INTO action_comment (id, version, action_id, author_id, words, written_at)
				SELECT gen_random_uuid(), 0, id, :person, 'Secret', now() FROM talked_about""", "a note of an action",
				about + """
						INSERT INTO action_note (id, version, words, written_by, written_at)
						SELECT id, 0, 'Secret', :person, now() FROM talked_about""", "words read", about + """
						INSERT INTO comment_reading (person_id, action_id, read_at)
						SELECT :person, id, now() FROM talked_about"""));
		once.put("MeetingData", Map.of("a meeting held",
				"UPDATE individual_meeting SET facilitator_id = :person WHERE enrolment_id = :enrolment AND rank = 1",
				"a meeting attended", """
						INSERT INTO meeting_attendee (meeting_id, person_id)
						SELECT id, :person FROM individual_meeting WHERE enrolment_id = :enrolment AND rank = 2"""));
		once.put("RegisterData",
				Map.of("a presence",
						"""
								INSERT INTO attendance (id, version, half_day_id, person_id, person_name, status, how, recorded_at, recorded_by)
								SELECT gen_random_uuid(), 0, h.id, :person, 'Nom', 'PRESENT', 'PAPER', now(), m.id
								FROM half_day h, person m WHERE m.family_name = 'Dubreuil'""",
						"a seal", """
								INSERT INTO register_seal (half_day_id, version, countersigned_by, countersigned_at)
								SELECT id, 0, :person, now() FROM half_day"""));
		once.put("MessageData", Map.of("a message",
				"""
						INSERT INTO cohort_message (id, version, parcours_id, author_id, audience, subject, words, unreached, sent_at)
						VALUES (gen_random_uuid(), 0, :parcours, :person, 'EVERYBODY', 'Secret', 'Secret', 0, now())"""));
		once.put("SlotData", Map.of("a slot",
				"""
						INSERT INTO meeting_slot (id, version, parcours_id, facilitator_id, starts_at, ends_at, mode, place, over_session,
						                          offered_at)
						VALUES (gen_random_uuid(), 0, :parcours, :person, '2026-10-08 09:00', '2026-10-08 10:00', 'PRESENTIEL', '', false,
						        now())"""));
		once.put("ReplyData", Map.of("an answer for a day",
				"""
						INSERT INTO reply (id, version, session_id, person_id, day, replacement_name, replacement_organisation, meals,
						                   access)
						SELECT gen_random_uuid(), 0, id, :person, '2026-09-08', '', '', '', '' FROM collective_session
						WHERE parcours_id = :parcours AND rank = 1"""));
		once.put("PollData", Map.of("an answer to a poll",
				"""
						WITH poll AS (
						  INSERT INTO date_poll (id, version, parcours_id, closes_on, fewest_weeks, most_weeks, message, decides_itself,
						                         opened_at, closed_at, abandoned_at)
						  VALUES (gen_random_uuid(), 0, :parcours, '2026-09-30', 3, 7, '', false, now(), now(), now()) RETURNING id)
						INSERT INTO poll_reply (id, version, poll_id, person_id, comment)
						SELECT gen_random_uuid(), 0, id, :person, '' FROM poll""",
				"a poll",
				"""
						INSERT INTO date_poll (id, version, parcours_id, closes_on, fewest_weeks, most_weeks, message, decides_itself,
						                       opened_by, opened_at, closed_at, abandoned_at)
						VALUES (gen_random_uuid(), 0, :parcours, '2026-09-30', 3, 7, '', false, :person, now(), now(), now())"""));
		once.put("PublicationData", Map.of("a bilan",
				"""
						INSERT INTO bilan (id, version, parcours_id, number, kind, period_from, period_to, published_at, published_by,
						                   format, formula, figures, sha256)
						VALUES (gen_random_uuid(), 0, :parcours, 1, 'FINAL', '2026-09-01', '2027-06-01', now(), :person, 1, 1, '{}', '')"""));
		once.put("RightsData", Map.of("evidence kept", """
				INSERT INTO evidence_hold (id, parcours_id, label, until, held_by, held_at)
				VALUES (gen_random_uuid(), :parcours, 'Secret', '2030-01-01', :person, now())"""));
		once.put("MandateData", Map.of("a mandate that is over",
				"""
						INSERT INTO mandate (id, version, enrolment_id, person_id, role, state, starts_on, ends_on)
						VALUES (gen_random_uuid(), 0, :enrolment, :person, 'PILOT', 'REPLACED', '2026-09-01', '2026-09-05')"""));
		once.put("FacilitatorData",
				Map.of("a parcours run",
						"INSERT INTO parcours_facilitator (parcours_id, person_id) VALUES (:parcours, :person)",
						"a reading that is over", """
								INSERT INTO funder_reader (id, version, funder_id, person_id, named_at, removed_at)
								SELECT gen_random_uuid(), 0, id, :person, now(), now() FROM funder"""));
		return once;
	}

}
