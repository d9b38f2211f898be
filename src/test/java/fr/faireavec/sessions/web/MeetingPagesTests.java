package fr.faireavec.sessions.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Leaving;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.sessions.MeetingKeeping;
import fr.faireavec.sessions.MeetingState;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Individual meetings: their dates, their notes, and who reads which. */
@IntegrationTest
class MeetingPagesTests {

	private static final LocalDate START = LocalDate.of(2026, 10, 1);

	private static final LocalDate DAY = LocalDate.of(2026, 11, 17);

	@Autowired
	private Cast cast;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private MeetingKeeping keeping;

	@Autowired
	private Scheduling scheduling;

	@Autowired
	private IndividualMeetings meetings;

	@Autowired
	private Leaving leaving;

	@Autowired
	private JdbcClient jdbc;

	private Person claire;

	private Person ines;

	private Person hugo;

	private Parcours parcours;

	private Enrolment recyclerie;

	private Enrolment cantine;

	private String list;

	@BeforeEach
	void aParcours() {
		this.cast.itIs(START.atTime(10, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.hugo = this.cast.person("Hugo", "Lemaire");
		this.parcours = this.cast.parcours("Sources", START, this.claire);
		this.recyclerie = this.cast.enrol(this.parcours, this.cast.structure("Recyclerie du Canal"));
		this.cantine = this.cast.enrol(this.parcours, this.cast.structure("Cantine Coop"));
		this.cast.pilot(this.recyclerie, this.ines, START);
		this.cast.pilot(this.cantine, this.hugo, START);
		this.list = "/parcours/" + this.parcours.getSlug() + "/rendez-vous";
		this.cast.forget();
	}

	@Test
	void aPilotFindsOnlyHerOwn() {
		assertThat(page(this.list, this.claire).select("tbody tr")).hasSize(2);
		assertThat(page(this.list, this.ines).text()).contains("Recyclerie du Canal").doesNotContain("Cantine Coop");
		assertThat(get(href(this.cantine, 1), this.ines)).hasStatus(404);
		assertThat(get(href(this.recyclerie, 1), this.ines)).hasStatusOk();
		for (String path : List.of("/programmation", "/notes", "/tenue", "/annulation")) {
			assertThat(get(href(this.recyclerie, 1) + path, this.ines)).hasStatus(404);
		}
		assertThat(get(this.list + "/" + UUID.randomUUID(), this.claire)).hasStatus(404);
	}

	@Test
	void aMeetingReceivesItsDateAndMoves() {
		MvcTestResult answer = post(href(this.recyclerie, 1) + "/programmation", this.claire, plan("2026-11-17"));
		assertThat(answer).hasStatus3xxRedirection();
		assertThat(page(href(this.recyclerie, 1), this.ines).text()).contains("mardi 17 novembre 2026", "10 h → 11 h",
				"Claire Vasseur", "À la recyclerie");
		assertThat(page(this.list + "?etat=SCHEDULED", this.claire).select("tbody tr")).hasSize(1);
		MvcTestResult stale = post(href(this.recyclerie, 1) + "/programmation", this.claire, plan("2026-11-18"));
		assertThat(stale).hasStatus(409);
		assertThat(parse(stale).text()).contains("17 novembre 2026", "18 novembre 2026");
	}

	/** Names alone would not say who was there, nor who receives. */
	@Test
	void twoOfOneNameAreToldApartByTheirAddresses() {
		Person other = this.cast.person("Inès", "Carpentière");
		other.rename("Ines", "Carpentier");
		this.cast.copilot(this.recyclerie, other, START);
		schedule(this.recyclerie, 1, LocalDate.of(2026, 11, 17).atTime(10, 0));
		this.cast.itIs(LocalDate.of(2026, 11, 17).atTime(12, 0));
		this.cast.forget();
		assertThat(page(href(this.recyclerie, 1) + "/tenue", this.claire).select("fieldset").text()).contains(
				"Inès Carpentier (ines.carpentier@demo.example)", "Ines Carpentier (ines.carpentiere@demo.example)");
		assertThat(
				page(href(this.cantine, 1) + "/programmation", this.claire).select("[name=facilitator] option").text())
			.contains("Claire Vasseur")
			.doesNotContain("@");
	}

	/** Whoever was to meet a structure and left stays said so, until the date changes. */
	@Test
	void aFacilitatorWhoLeftIsNotReplacedUnseen() {
		Person malik = this.cast.facilitator("Malik", "Dubreuil");
		schedule(this.recyclerie, 1, LocalDate.of(2026, 11, 17).atTime(10, 0));
		this.jdbc.sql("UPDATE individual_meeting SET facilitator_id = :malik WHERE state = 'SCHEDULED'")
			.param("malik", malik.getId())
			.update();
		this.cast.forget();
		String address = href(this.recyclerie, 1) + "/programmation";
		assertThat(page(address, this.claire).select("#facilitator option[selected]").text())
			.isEqualTo("Malik Dubreuil (n’anime plus ce parcours)");
		String[] form = plan("2026-11-17");
		form[1] = version(this.recyclerie);
		form[3] = malik.getId().toString();
		form[11] = "Chez la voisine";
		assertThat(post(address, this.claire, form)).hasStatus3xxRedirection();
		assertThat(meeting(this.recyclerie, 1).getPlace()).isEqualTo("Chez la voisine");
		form[1] = version(this.recyclerie);
		form[5] = "2026-11-18";
		MvcTestResult moved = post(address, this.claire, form);
		assertThat(moved).hasStatus(422);
		assertThat(parse(moved).expectFirst("#facilitator-error").text())
			.contains("Malik Dubreuil n’anime plus ce parcours");
		form[3] = this.claire.getId().toString();
		assertThat(post(address, this.claire, form)).hasStatus3xxRedirection();
		assertThat(page(address, this.claire).select("#facilitator").text()).doesNotContain("Malik");
	}

	@Test
	void aFacilitatorNeverHoldsTwoAtOnce() {
		schedule(this.cantine, 1, DAY.atTime(10, 30));
		MvcTestResult answer = post(href(this.recyclerie, 1) + "/programmation", this.claire, plan("2026-11-17"));
		assertThat(answer).hasStatus(422);
		assertThat(parse(answer).expectFirst("#date-error").text()).contains("Claire Vasseur", "Cantine Coop");
	}

	@Test
	void whatWasReadOfOneDayWasNotReadOfAnother() {
		MvcTestResult asked = post(href(this.recyclerie, 1) + "/programmation", this.claire, plan("2026-11-14"));
		assertThat(parse(asked).expectFirst(".summary.warning").text()).contains("samedi 14 novembre 2026");
		assertThat(parse(asked).select(".summary")).as("a question, and nothing to correct").hasSize(1);
		String read = parse(asked).select("input[name=accepted]").val();
		MvcTestResult another = post(href(this.recyclerie, 1) + "/programmation", this.claire,
				with(plan("2026-11-21"), "accepted", read));
		assertThat(another).hasStatus(422);
		assertThat(parse(another).expectFirst(".summary.warning").text()).contains("samedi 21 novembre 2026");
		assertThat(post(href(this.recyclerie, 1) + "/programmation", this.claire,
				with(plan("2026-11-14"), "accepted", read)))
			.hasStatus3xxRedirection();
	}

	@Test
	void itEndsTheDayItBegins() {
		String[] late = plan("2026-11-17");
		late[java.util.List.of(late).indexOf("start") + 1] = "23:30";
		MvcTestResult answer = post(href(this.recyclerie, 1) + "/programmation", this.claire, late);
		assertThat(answer).hasStatus(422);
		assertThat(parse(answer).expectFirst("#start-error").text()).contains("passerait minuit");
		assertThat(parse(answer).expectFirst("#start").val()).isEqualTo("23:30");
		assertThat(meeting(this.recyclerie, 1).getState()).isEqualTo(MeetingState.TO_PLAN);
		late[late.length - 1] = "29";
		assertThat(post(href(this.recyclerie, 1) + "/programmation", this.claire, late)).hasStatus3xxRedirection();
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(
				() -> this.jdbc
					.sql("UPDATE individual_meeting SET ends_at = ends_at + interval '1 minute'"
							+ " WHERE starts_at IS NOT NULL")
					.update());
	}

	@Test
	void lengthsAreKeptInBounds() {
		String[] plan = plan("2026-11-17");
		plan[plan.length - 1] = "10";
		MvcTestResult answer = post(href(this.recyclerie, 1) + "/programmation", this.claire, plan);
		assertThat(answer).hasStatus(422);
		assertThat(parse(answer).select("#minutes-error")).hasSize(1);
	}

	@Test
	void internalNotesAreTheAnimationsAlone() {
		Person admin = this.cast.administrator("Paul", "Tison");
		IndividualMeeting meeting = meeting(this.recyclerie, 1);
		assertThat(post(href(this.recyclerie, 1) + "/notes", this.claire, "version",
				String.valueOf(meeting.getVersion()), "shared", "Ce que nous partageons", "internal", "Entre nous"))
			.hasStatus3xxRedirection();
		assertThat(page(href(this.recyclerie, 1), this.claire).text()).contains("Ce que nous partageons", "Entre nous");
		for (Person other : List.of(this.ines, admin)) {
			assertThat(page(href(this.recyclerie, 1), other).html()).contains("Ce que nous partageons")
				.doesNotContain("Entre nous", "Notes internes");
		}
		assertThat(page(href(this.recyclerie, 1) + "/notes", admin).html()).doesNotContain("Entre nous");
		MvcTestResult stale = post(href(this.recyclerie, 1) + "/notes", admin, "version", "0", "shared", "Mien",
				"internal", "Je veux lire");
		assertThat(stale).hasStatus(409);
		assertThat(parse(stale).html()).doesNotContain("Entre nous");
		post(href(this.recyclerie, 1) + "/notes", admin, "version",
				String.valueOf(meeting(this.recyclerie, 1).getVersion()), "shared", "Mien", "internal", "Écrasé");
		assertThat(meeting(this.recyclerie, 1).getInternalNotes()).isEqualTo("Entre nous");
		assertThat(meeting(this.recyclerie, 1).getSharedNotes()).isEqualTo("Mien");
	}

	/** Not even whether somebody who does not run this parcours is free then. */
	@Test
	void nothingIsToldOfTheDaysOfSomebodyElse() {
		Person malik = this.cast.facilitator("Malik", "Dubreuil");
		Parcours theirs = this.cast.parcours("Leurs rivières", START, malik);
		this.scheduling.schedule(theirs.getId(), 1, 0, new SessionPlan(
				List.of(TimeSlot.of(DAY, LocalTime.of(9, 30), LocalTime.of(16, 30))), Mode.PRESENTIEL, "", "", ""));
		this.cast.forget();
		String[] with = { "version", version(this.recyclerie), "facilitator", malik.getId().toString(), "date",
				DAY.toString(), "start", "10:00", "minutes", "60", "mode", "PRESENTIEL" };
		MvcTestResult asked = post(href(this.recyclerie, 1) + "/programmation", this.claire, with);
		assertThat(asked).hasStatus(422);
		assertThat(parse(asked).select(".field:has([name=facilitator]) .error").text()).isNotEmpty();
		assertThat(parse(asked).select("main").text()).doesNotContain("Leurs rivières", "Malik");
	}

	@Test
	void aMeetingIsHeldWithThoseMandatedThatDay() {
		schedule(this.recyclerie, 1, DAY.atTime(10, 0));
		String hold = href(this.recyclerie, 1) + "/tenue";
		assertThat(
				post(hold, this.claire, "version", version(this.recyclerie), "attendees", this.ines.getId().toString()))
			.hasStatus(422);
		this.cast.itIs(DAY.atTime(11, 0));
		assertThat(page(hold, this.claire).select("input[name=attendees][checked]")).hasSize(1);
		assertThat(
				post(hold, this.claire, "version", version(this.recyclerie), "attendees", this.hugo.getId().toString()))
			.hasStatus(422);
		assertThat(post(hold, this.claire, "version", version(this.recyclerie), "attendees",
				this.ines.getId().toString(), "minutes", "75"))
			.hasStatus3xxRedirection();
		assertThat(page(href(this.recyclerie, 1), this.ines).text()).contains("tenu", "Inès Carpentier", "75 minutes");
		assertThat(post(href(this.recyclerie, 1) + "/tenue/annulation", this.claire, "version",
				version(this.recyclerie), "reason", "Erreur"))
			.hasStatus3xxRedirection();
		MvcTestResult silent = post(hold, this.claire, "version", version(this.recyclerie));
		assertThat(silent).hasStatus(422);
		assertThat(parse(silent).select("#attendees-error, .field.invalid .error").text())
			.contains("dites que personne n’est venu");
		assertThat(post(hold, this.claire, "version", version(this.recyclerie), "nobody", "true", "attendees",
				this.ines.getId().toString()))
			.hasStatus(422);
		assertThat(meeting(this.recyclerie, 1).getState()).isEqualTo(MeetingState.SCHEDULED);
		post(hold, this.claire, "version", version(this.recyclerie), "nobody", "true");
		assertThat(meeting(this.recyclerie, 1).isNoShow()).isTrue();
		assertThat(page(this.list, this.claire).text()).contains("la structure n’est pas venue");
	}

	@Test
	void oneMoreMeetingIsAddedOnce() {
		String key = UUID.randomUUID().toString();
		Set<String> made = new HashSet<>();
		for (int press = 0; press < 2; press++) {
			MvcTestResult sent = post(this.list, this.claire, "key", key, "enrolment",
					this.recyclerie.getId().toString(), "purpose", "Préparer l’assemblée");
			made.add(String.valueOf(sent.getResponse().getRedirectedUrl()));
		}
		assertThat(this.meetings.ofEnrolment(this.recyclerie.getId())).hasSize(3)
			.extracting((meeting) -> this.list + "/" + meeting.getId())
			.containsAll(made);
		assertThat(made).hasSize(1);
		assertThat(page(this.list, this.claire).text()).contains("En plus");
		MvcTestResult mute = post(this.list, this.claire, "key", UUID.randomUUID().toString(), "purpose", "");
		assertThat(mute).hasStatus(422);
		assertThat(parse(mute).select(".summary li")).hasSize(2);
	}

	@Test
	void aStructureThatLeavesGivesUpWhatWasToCome() {
		String key = UUID.randomUUID().toString();
		post(this.list, this.claire, "key", key, "enrolment", this.recyclerie.getId().toString(), "purpose", "En plus");
		schedule(this.recyclerie, 1, DAY.minusDays(6).atTime(10, 0));
		schedule(this.recyclerie, 2, DAY.atTime(10, 0));
		Enrolment gone = meeting(this.recyclerie, 1).getEnrolment();
		this.leaving.withdraw(this.parcours.getId(), gone.getId(), gone.getVersion(), DAY.minusDays(3),
				"Fin de l’activité");
		this.cast.forget();
		assertThat(this.meetings.ofEnrolment(this.recyclerie.getId())).extracting(IndividualMeeting::getState)
			.containsExactly(MeetingState.SCHEDULED, MeetingState.SCHEDULED, MeetingState.TO_PLAN);
		assertThat(this.leaving.due()).isEmpty();
		this.cast.itIs(DAY.minusDays(3).atTime(0, 5));
		assertThat(page(this.list, this.claire).select("option:contains(Recyclerie)")).isEmpty();
		assertThat(this.leaving.due()).containsExactly(gone.getId());
		this.leaving.leave(gone.getId());
		this.cast.forget();
		assertThat(this.leaving.due()).isEmpty();
		List<IndividualMeeting> theirs = this.meetings.ofEnrolment(this.recyclerie.getId());
		assertThat(theirs).extracting(IndividualMeeting::getState)
			.containsExactly(MeetingState.SCHEDULED, MeetingState.CANCELLED, MeetingState.CANCELLED);
		assertThat(theirs).extracting(IndividualMeeting::getCancelReason)
			.containsExactly(null, "Fin de l’activité", "Fin de l’activité");
		assertThat(page(href(this.recyclerie, 2), this.claire).select("a[href$=programmation]")).isEmpty();
		assertThat(post(href(this.recyclerie, 1) + "/tenue", this.claire, "version",
				String.valueOf(meeting(this.recyclerie, 1).getVersion()), "attendees", this.ines.getId().toString()))
			.hasStatus3xxRedirection();
		assertThat(meeting(this.recyclerie, 1).getState()).isEqualTo(MeetingState.HELD);
		assertThat(this.meetings.ofEnrolment(this.cantine.getId())).extracting(IndividualMeeting::getState)
			.containsOnly(MeetingState.TO_PLAN);
	}

	@Test
	void pagesCostFewStatements() {
		for (String path : List.of(this.list, href(this.recyclerie, 1), href(this.recyclerie, 1) + "/programmation")) {
			String timing = get(path, this.claire).getResponse().getHeader("Server-Timing");
			assertThat(Integer.parseInt(String.valueOf(timing).replaceAll("\\D", ""))).isLessThanOrEqualTo(15);
		}
	}

	private static String[] with(String[] form, String name, String value) {
		String[] more = java.util.Arrays.copyOf(form, form.length + 2);
		more[form.length] = name;
		more[form.length + 1] = value;
		return more;
	}

	private String[] plan(String date) {
		return new String[] { "version", "0", "facilitator", this.claire.getId().toString(), "date", date, "start",
				"10:00", "mode", "PRESENTIEL", "place", "À la recyclerie", "minutes", "60" };
	}

	private void schedule(Enrolment enrolment, int rank, LocalDateTime start) {
		IndividualMeeting meeting = meeting(enrolment, rank);
		this.keeping.schedule(this.parcours.getId(), meeting.getId(), meeting.getVersion(), this.claire.getId(),
				new TimeSlot(start, start.plusHours(1)), Mode.PRESENTIEL, "");
		this.cast.forget();
	}

	private IndividualMeeting meeting(Enrolment enrolment, int rank) {
		return this.meetings.ofEnrolment(enrolment.getId()).get(rank - 1);
	}

	private String version(Enrolment enrolment) {
		return String.valueOf(meeting(enrolment, 1).getVersion());
	}

	private String href(Enrolment enrolment, int rank) {
		return this.list + "/" + meeting(enrolment, rank).getId();
	}

	private MvcTestResult get(String path, Person reader) {
		this.cast.forget();
		return this.mvc.get().uri(path).with(this.cast.as(reader)).exchange();
	}

	private MvcTestResult post(String path, Person reader, String... parameters) {
		this.cast.forget();
		var request = this.mvc.post().uri(path).with(this.cast.as(reader)).with(csrf());
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		MvcTestResult answer = request.exchange();
		this.cast.forget();
		return answer;
	}

	private Document page(String path, Person reader) {
		MvcTestResult answer = get(path, reader);
		assertThat(answer).hasStatusOk();
		return parse(answer);
	}

	private static Document parse(MvcTestResult answer) {
		return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

}
