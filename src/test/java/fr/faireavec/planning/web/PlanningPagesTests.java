package fr.faireavec.planning.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.availability.AvailabilitySaying;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.kernel.Ids;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.passes.Passes;
import fr.faireavec.polls.PollReading;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.GuestSpeaker;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.SessionState;
import fr.faireavec.sessions.SpeakerKeeping;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Claire dates a whole parcours: on one table, or by one poll. */
@IntegrationTest
class PlanningPagesTests {

	private static final LocalDate START = LocalDate.of(2026, 9, 1);

	/** A Tuesday. */
	private static final LocalDate FIRST = LocalDate.of(2026, 9, 15);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private CollectiveSessions sessions;

	@Autowired
	private PollReading reading;

	@Autowired
	private Passes passes;

	@Autowired
	private AvailabilitySaying availability;

	@Autowired
	private SpeakerKeeping speakers;

	@Autowired
	private Scheduling scheduling;

	private Pages pages;

	private Person claire;

	private Person ines;

	private Parcours ours;

	private String planning;

	@BeforeEach
	void aParcours() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(START.atTime(9, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.ours = this.cast.parcours("Nos sources", START, this.claire);
		Enrolment recyclerie = this.cast.enrol(this.ours, this.cast.structure("Recyclerie du Canal"));
		this.cast.pilot(recyclerie, this.ines, START);
		this.planning = "/parcours/" + this.ours.getSlug() + "/planification";
		this.cast.flush();
	}

	/** Seven dates, one save; the hours and the place are there already. */
	@Test
	void sevenDatesAreOneSave() {
		List<String> fields = typed(read(this.planning).expectFirst("form[action$=/dates]"));
		for (int rank = 1; rank <= 7; rank++) {
			set(fields, "date[" + rank + "]", FIRST.plusWeeks(4L * (rank - 1) + rank / 7).toString());
			set(fields, "venue[" + rank + "]", "Maison du parc");
		}
		set(fields, "reserved[7]", "true");
		MvcTestResult saved = this.pages.post(this.planning + "/dates", this.claire, fields.toArray(String[]::new));
		assertThat(saved).hasStatus(302);
		assertThat(this.sessions.ofParcours(this.ours.getId())).extracting(CollectiveSession::getState)
			.containsOnly(SessionState.SCHEDULED, SessionState.RESERVED);
		assertThat(session(7).getState()).isEqualTo(SessionState.RESERVED);
		assertThat(session(1).getHalfDays()).hasSize(2);
	}

	/** Warnings are of the dates as they would all be, each with its day. */
	@Test
	void whatIsUnusualIsReadAndNothingIsKeptBefore() {
		List<String> fields = typed(read(this.planning).expectFirst("form[action$=/dates]"));
		set(fields, "date[1]", FIRST.toString());
		set(fields, "date[2]", FIRST.plusDays(4).toString());
		MvcTestResult asked = this.pages.post(this.planning + "/dates", this.claire, fields.toArray(String[]::new));
		assertThat(asked).hasStatus(422);
		this.cast.forget();
		Document page = Pages.document(asked);
		assertThat(page.select(".summary.warning").text()).contains("Jour 2", "fin de semaine", "trois semaines");
		assertThat(page.select("[name='date[2]']").val()).isEqualTo(FIRST.plusDays(4).toString());
		page.select("[name=accepted]").forEach((read) -> fields.addAll(List.of("accepted", read.val())));
		assertThat(this.pages.post(this.planning + "/dates", this.claire, fields.toArray(String[]::new)))
			.hasStatus(302);
		assertThat(session(2).getState()).isEqualTo(SessionState.SCHEDULED);
		assertThat(session(3).getState()).isEqualTo(SessionState.TO_PLAN);
	}

	/** All a week later: each takes the place another leaves. */
	@Test
	void datesTakeEachOthersPlace() {
		List<String> fields = typed(read(this.planning).expectFirst("form[action$=/dates]"));
		for (int rank = 1; rank <= 3; rank++) {
			set(fields, "date[" + rank + "]", FIRST.plusWeeks(4L * rank).toString());
		}
		assertThat(this.pages.post(this.planning + "/dates", this.claire, fields.toArray(String[]::new)))
			.hasStatus(302);
		List<String> later = typed(read(this.planning).expectFirst("form[action$=/dates]"));
		for (int rank = 1; rank <= 3; rank++) {
			set(later, "date[" + rank + "]", FIRST.plusWeeks(4L * (rank + 1)).toString());
		}
		assertThat(this.pages.post(this.planning + "/dates", this.claire, later.toArray(String[]::new))).hasStatus(302);
		assertThat(day(1)).isEqualTo(FIRST.plusWeeks(8));
		assertThat(day(3)).isEqualTo(FIRST.plusWeeks(16));
		set(later, "date[3]", FIRST.plusWeeks(8).toString());
		MvcTestResult taken = this.pages.post(this.planning + "/dates", this.claire, later.toArray(String[]::new));
		assertThat(taken).as("an old version, and taken").hasStatus(422);
		assertThat(Pages.document(taken).select("#date-3-error").text()).isNotEmpty();
	}

	@Test
	void whatIsPastedFillsTheTableAndWhatIsNotReadIsSaid() {
		List<String> fields = typed(read(this.planning).expectFirst("form[action$=/dates]"));
		set(fields, "pasted", "Jour 1 ; 15/09/2026 ; 14h ; 17h ; Salle des fêtes\nbientôt");
		MvcTestResult filled = this.pages.post(this.planning + "/dates", this.claire, fields.toArray(String[]::new));
		assertThat(filled).hasStatus(422);
		Document page = Pages.document(filled);
		assertThat(page.select("[name='date[1]']").val()).isEqualTo("2026-09-15");
		assertThat(page.select("[name='firstStart[1]']").val()).isEqualTo("14:00");
		assertThat(page.select("[name='venue[1]']").val()).isEqualTo("Salle des fêtes");
		assertThat(page.select("#pasted-error").text()).contains("ligne 2");
		assertThat(session(1).getState()).isEqualTo(SessionState.TO_PLAN);
	}

	/** One poll, one confirmation: two acts of the facilitator date seven days. */
	@Test
	void aWholeParcoursIsDatedInTwoActs() {
		List<String> fields = typed(read(this.planning + "/sondage").expectFirst("form[action$=/sondage]"));
		assertThat(this.pages.post(this.planning + "/sondage", this.claire, fields.toArray(String[]::new)))
			.as("one poll")
			.hasStatus(302);
		assertThat(this.pages.post(this.planning + "/sondage", this.claire, fields.toArray(String[]::new)))
			.as("sent twice")
			.hasStatus(302);
		for (String page : List.of("/sondage", "/sondage/fenetre")) {
			assertThat(this.pages.get(this.planning + page, this.claire)).as("one poll at a time")
				.hasRedirectedUrl(this.planning);
		}
		assertThat(read(this.planning + "/dates").select("a[href$=/sondage]")).isEmpty();
		assertThat(read("/parcours/" + this.ours.getSlug()).select(".stone-note").text()).contains("0/1 réponse");
		String link = link();
		Document asked = Pages.document(this.mvc.get().uri(link).exchange());
		assertThat(asked.select("input[type=radio][checked]")).hasSizeGreaterThan(24)
			.allSatisfy((radio) -> assertThat(radio.val()).isEqualTo("YES"));
		List<String> answers = typed(asked.expectFirst("form.poll"));
		set(answers, asked.select("input[type=radio]").getFirst().attr("name"), "NO");
		set(answers, "comment", "Pas le matin");
		assertThat(answer(link, answers)).hasRedirectedUrl(link);
		Document poll = read(this.planning);
		assertThat(poll.text()).contains("Sept jours à dater", "1 réponse sur 1", "Pas le matin");
		assertThat(poll.select(".sequence > li")).hasSize(7);
		assertThat(poll.select("input[name='choice[1]']").val()).as("she cannot on the first one")
			.isNotEqualTo(asked.select("input[type=radio]").attr("name").replaceAll("said\\[|]", ""));
		List<String> decision = typed(poll.expectFirst("form[action$=/decision]"));
		assertThat(this.pages.post(this.planning + "/decision", this.claire, decision.toArray(String[]::new)))
			.as("one confirmation")
			.hasStatus(302);
		assertThat(this.sessions.ofParcours(this.ours.getId())).extracting(CollectiveSession::getState)
			.containsOnly(SessionState.SCHEDULED, SessionState.RESERVED);
		assertThat(session(1).getState()).isEqualTo(SessionState.SCHEDULED);
		assertThat(session(7).getState()).isEqualTo(SessionState.RESERVED);
		assertThat(Pages.document(this.mvc.get().uri(link).exchange()).text()).contains("les dates sont choisies");
	}

	/** Dates are there before anybody typed one, clear of what is known. */
	@Test
	void datesAreProposedClearOfHolidays() {
		Document page = read(this.planning + "/sondage");
		assertThat(page.select("[name^='option[']")).hasSize(28)
			.extracting(Element::val)
			.filteredOn((date) -> !date.isEmpty())
			.hasSizeGreaterThan(24)
			.allSatisfy((date) -> {
				LocalDate day = LocalDate.parse(date);
				assertThat(day).isAfter(START).isNotIn(LocalDate.of(2026, 11, 11), LocalDate.of(2026, 10, 20));
				assertThat(day.getDayOfWeek().getValue()).isLessThan(6);
			});
		String first = page.select("[name='option[1-1]']").val();
		Parcours theirs = this.cast.parcours("Leurs rivières", START, this.cast.facilitator("Malik", "Dubreuil"));
		this.scheduling.schedule(theirs.getId(), 1, 0,
				new SessionPlan(List.of(TimeSlot.of(LocalDate.parse(first), LocalTime.of(9, 0), LocalTime.of(12, 0))),
						Mode.PRESENTIEL, "", "", ""));
		for (Parcours parcours : List.of(this.ours, theirs)) {
			this.speakers.add(Ids.next(), parcours.getId(), 1,
					new GuestSpeaker.Words("Solène Arnoult", "", "solene@demo.example"));
		}
		this.cast.flush();
		assertThat(read(this.planning + "/sondage").select("[name^='option[1-']").eachAttr("value"))
			.as("who speaks that day speaks elsewhere")
			.doesNotContain(first)
			.hasSize(4);
		List<String> window = typed(read(this.planning + "/sondage/fenetre").expectFirst("form[action$=/fenetre]"));
		for (int i = window.size() - 2; i >= 0; i -= 2) {
			if (window.get(i).equals("weekdays")) {
				window.subList(i, i + 2).clear();
			}
		}
		assertThat(this.pages.post(this.planning + "/sondage/fenetre", this.claire, window.toArray(String[]::new)))
			.as("on which days?")
			.hasStatus(422);
		window.addAll(List.of("weekdays", "THURSDAY"));
		Document thursdays = Pages
			.document(this.pages.post(this.planning + "/sondage/fenetre", this.claire, window.toArray(String[]::new)));
		assertThat(thursdays.select("[name^='option[']")).extracting(Element::val)
			.filteredOn((date) -> !date.isEmpty())
			.isNotEmpty()
			.allSatisfy((date) -> assertThat(LocalDate.parse(date).getDayOfWeek().getValue()).isEqualTo(4));
	}

	/**
	 * Moved by hand, a day shows its price at once; a rule that it breaks is read first.
	 */
	@Test
	void aDayThatIsMovedShowsItsPrice() {
		List<String> fields = typed(read(this.planning + "/sondage").expectFirst("form[action$=/sondage]"));
		blank(fields);
		set(fields, "option[1-1]", FIRST.plusDays(10).toString());
		set(fields, "option[2-1]", FIRST.plusDays(45).toString());
		set(fields, "option[2-2]", FIRST.plusDays(13).toString());
		MvcTestResult warned = this.pages.post(this.planning + "/sondage", this.claire, fields.toArray(String[]::new));
		Pages.document(warned)
			.select("[name=accepted]")
			.forEach((one) -> fields.addAll(List.of("accepted", one.val())));
		this.pages.post(this.planning + "/sondage", this.claire, fields.toArray(String[]::new));
		Document poll = read(this.planning);
		assertThat(poll.select("#suite").text()).startsWith("La meilleure suite");
		String early = poll.select("select#choix-2 option").getFirst().val();
		Document moved = read(this.planning + "?choix=" + early);
		assertThat(moved.select("#suite").text()).startsWith("Votre suite");
		assertThat(moved.text()).contains("3 jours seulement entre le jour 1 et le jour 2", "La meilleure suite");
		List<String> decision = typed(moved.expectFirst("form[action$=/decision]"));
		MvcTestResult asked = this.pages.post(this.planning + "/decision", this.claire,
				decision.toArray(String[]::new));
		assertThat(asked).hasStatus(422);
		Pages.document(asked)
			.select("[name=accepted]")
			.forEach((one) -> decision.addAll(List.of("accepted", one.val())));
		assertThat(this.pages.post(this.planning + "/decision", this.claire, decision.toArray(String[]::new)))
			.hasStatus(302);
		assertThat(day(2)).isEqualTo(FIRST.plusDays(13));
	}

	/** What was said once fills in the poll, and may be lifted for one date. */
	@Test
	void whatOneCanNeverDoIsFilledIn() {
		this.availability.say(this.ines.getId(), Set.of("FRIDAY_MORNING"));
		List<String> fields = typed(read(this.planning + "/sondage").expectFirst("form[action$=/sondage]"));
		blank(fields);
		set(fields, "option[1-1]", FIRST.plusDays(10).toString());
		set(fields, "option[1-2]", FIRST.plusDays(9).toString());
		this.pages.post(this.planning + "/sondage", this.claire, fields.toArray(String[]::new));
		String mine = "/parcours/" + this.ours.getSlug() + "/sondage";
		Document asked = this.pages.read(mine, this.ines);
		assertThat(asked.select("input[type=radio][checked]")).extracting(Element::val).containsExactly("YES", "NO");
		assertThat(asked.text()).contains("jamais ce jour-là", "une fois pour toutes");
		assertThat(read(this.planning + "/reponses/" + this.ines.getId()).text()).as("it is hers to read")
			.doesNotContain("jamais ce jour-là");
		List<String> lifted = typed(asked.expectFirst("form.poll"));
		set(lifted, asked.select("input[type=radio]").eachAttr("name").getLast(), "IF_NEEDED");
		assertThat(this.pages.post(mine, this.ines, lifted.toArray(String[]::new))).hasRedirectedUrl(mine);
		assertThat(this.pages.read(mine, this.ines).select("input[type=radio][checked]")).extracting(Element::val)
			.containsExactly("YES", "IF_NEEDED");
		assertThat(this.pages.read(mine, this.ines).text()).as("lifted").doesNotContain("jamais ce jour-là");
	}

	/** Fifteen people behind one address; who guesses is slowed, they are not. */
	@Test
	void aWholeRoomAnswersBehindOneAddress() {
		Enrolment cantine = this.cast.enrol(this.ours, this.cast.structure("Cantine Coop"));
		this.cast.pilot(cantine, this.cast.person("Hugo", "Lemaire"), START);
		this.cast.flush();
		List<String> fields = typed(read(this.planning + "/sondage").expectFirst("form[action$=/sondage]"));
		blank(fields);
		set(fields, "option[1-1]", FIRST.plusDays(10).toString());
		this.pages.post(this.planning + "/sondage", this.claire, fields.toArray(String[]::new));
		String link = link();
		for (int i = 0; i < 15; i++) {
			Document asked = Pages.document(this.mvc.get().uri(link).exchange());
			assertThat(answer(link, typed(asked.expectFirst("form.poll")))).hasStatus(302);
		}
		assertThat(this.mvc.get().uri("/sondages/inconnu")).hasStatus(404);
		int status = 404;
		for (int i = 0; i < 400 && status == 404; i++) {
			status = this.mvc.get().uri("/sondages/x" + i).exchange().getResponse().getStatus();
		}
		assertThat(status).isEqualTo(429);
		assertThat(this.mvc.get().uri(link)).hasStatusOk();
	}

	/** Eight structures or eighty, the same statements. */
	@Test
	void pagesCostTheSameWithEightStructuresOrEighty() {
		List<String> fields = typed(read(this.planning + "/sondage").expectFirst("form[action$=/sondage]"));
		blank(fields);
		set(fields, "option[1-1]", FIRST.plusDays(10).toString());
		this.pages.post(this.planning + "/sondage", this.claire, fields.toArray(String[]::new));
		enrol(2, 8);
		Map<String, Integer> few = statements();
		enrol(9, 80);
		assertThat(statements()).isEqualTo(few).allSatisfy((page, count) -> assertThat(count).isLessThanOrEqualTo(15));
		assertThat(read(this.planning).select(".answers-grid tbody tr")).hasSize(80);
	}

	private void enrol(int from, int until) {
		for (int i = from; i <= until; i++) {
			String letters = (char) ('A' + i / 26) + "" + (char) ('A' + i % 26);
			Enrolment one = this.cast.enrol(this.ours, this.cast.structure("Structure " + letters));
			this.cast.pilot(one, this.cast.person("Pilote" + letters, "Durand"), START);
		}
		this.cast.flush();
	}

	private Map<String, Integer> statements() {
		Map<String, Integer> statements = new LinkedHashMap<>();
		for (String page : List.of("", "/dates", "/rendez-vous", "/reponses/" + this.ines.getId())) {
			statements.put(page, this.pages.statements(this.planning + page, this.claire));
		}
		String home = "/parcours/" + this.ours.getSlug();
		statements.put(home, this.pages.statements(home, this.claire));
		statements.put("/sondage", this.pages.statements(home + "/sondage", this.ines));
		return statements;
	}

	/** The link of the letter Inès received. */
	private String link() {
		UUID poll = this.reading.aliveIn(this.ours.getId()).orElseThrow().id();
		return "/sondages/" + this.passes.give("polls.answers", this.ines.getId(), poll, null);
	}

	private MvcTestResult answer(String link, List<String> fields) {
		var request = this.mvc.post().uri(link).with(csrf());
		for (int i = 0; i < fields.size(); i += 2) {
			request = request.param(fields.get(i), fields.get(i + 1));
		}
		MvcTestResult result = request.exchange();
		this.cast.flush();
		return result;
	}

	private Document read(String path) {
		return this.pages.read(path, this.claire);
	}

	private LocalDate day(int rank) {
		return Objects.requireNonNull(session(rank).getSlot()).day();
	}

	private CollectiveSession session(int rank) {
		return this.sessions.ranked(this.ours.getId(), rank).orElseThrow();
	}

	/** What a browser would send of a form as it stands. */
	private static List<String> typed(Element form) {
		List<String> fields = new ArrayList<>();
		form.select("input[name], textarea[name]").forEach((input) -> {
			boolean box = input.attr("type").matches("radio|checkbox");
			if (!box || input.hasAttr("checked")) {
				fields.addAll(List.of(input.attr("name"), input.is("textarea") ? input.wholeText() : input.val()));
			}
		});
		return fields;
	}

	/** Without the dates that were proposed. */
	private static void blank(List<String> fields) {
		for (int i = 0; i < fields.size(); i += 2) {
			if (fields.get(i).startsWith("option[")) {
				fields.set(i + 1, "");
			}
		}
	}

	private static void set(List<String> fields, String name, String value) {
		for (int i = 0; i < fields.size(); i += 2) {
			if (fields.get(i).equals(name)) {
				fields.set(i + 1, value);
				return;
			}
		}
		fields.addAll(List.of(name, value));
	}

}
