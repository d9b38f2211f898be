package fr.faireavec.planning.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;

import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.sessions.MeetingKeeping;
import fr.faireavec.sessions.MeetingState;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Claire knows when she meets three structures, twice each. */
@IntegrationTest
class MeetingDatesPagesTests {

	private static final LocalDate START = LocalDate.of(2026, 9, 1);

	/** A Tuesday. */
	private static final LocalDate FIRST = LocalDate.of(2026, 9, 15);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private IndividualMeetings meetings;

	@Autowired
	private MeetingKeeping keeping;

	private Pages pages;

	private Person claire;

	private Parcours ours;

	private String table;

	@BeforeEach
	void threeStructures() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(START.atTime(9, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ours = this.cast.parcours("Nos sources", START, this.claire);
		for (String name : List.of("Atelier Vélo", "Atelier Vélo Partagé", "Recyclerie du Canal")) {
			this.cast.enrol(this.ours, this.cast.structure(name));
		}
		this.table = "/parcours/" + this.ours.getSlug() + "/planification/rendez-vous";
		this.cast.flush();
	}

	/** A date and an hour each, one save; what is left blank is dated another day. */
	@Test
	void allTheMeetingsAreOneSave() {
		List<String> fields = fields();
		for (int i = 0; i < 5; i++) {
			set(fields, "date[" + id(i) + "]", FIRST.plusDays(7L * i).toString());
			set(fields, "start[" + id(i) + "]", "14:00");
		}
		set(fields, "end[" + id(0) + "]", "14:45");
		set(fields, "place[" + id(0) + "]", "Au local");
		set(fields, "place[" + id(2) + "]", "https://visio.example.org/salle");
		assertThat(post(fields)).hasRedirectedUrl("/parcours/" + this.ours.getSlug() + "/rendez-vous");
		assertThat(all()).extracting(IndividualMeeting::getState)
			.containsExactly(MeetingState.SCHEDULED, MeetingState.SCHEDULED, MeetingState.SCHEDULED,
					MeetingState.SCHEDULED, MeetingState.SCHEDULED, MeetingState.TO_PLAN);
		assertThat(slot(0)).isEqualTo(new TimeSlot(FIRST.atTime(14, 0), FIRST.atTime(14, 45)));
		assertThat(slot(1).end()).as("an hour unless it is said").isEqualTo(FIRST.plusDays(7).atTime(15, 0));
		assertThat(all().get(0).getMode()).isEqualTo(Mode.PRESENTIEL);
		assertThat(all().get(2).getMode()).isEqualTo(Mode.DISTANCIEL);
		assertThat(all().get(0).getFacilitator()).isEqualTo(this.claire);
		Document left = this.pages.read(this.table, this.claire);
		assertThat(left.select("tbody tr")).hasSize(1);
		assertThat(left.text()).contains("Recyclerie du Canal", "Rendez-vous 2");
		assertThat(post(fields())).as("nothing more").hasStatus(302);
	}

	/** Where it was met before is proposed. */
	@Test
	void thePlaceIsCarriedOver() {
		List<String> fields = fields();
		set(fields, "date[" + id(0) + "]", FIRST.toString());
		set(fields, "start[" + id(0) + "]", "09:30");
		set(fields, "place[" + id(0) + "]", "Au local");
		String second = id(1);
		assertThat(post(fields)).hasStatus(302);
		assertThat(this.pages.read(this.table, this.claire).select("[name='place[" + second + "]']").val())
			.isEqualTo("Au local");
	}

	/** What is refused is said beside its row, and what was typed is still there. */
	@Test
	void whatIsRefusedIsSaidBesideItsRow() {
		List<String> fields = fields();
		for (int i : new int[] { 0, 2, 4 }) {
			set(fields, "date[" + id(i) + "]", FIRST.toString());
			set(fields, "start[" + id(i) + "]", (i == 4) ? "10:00" : "14:00");
		}
		MvcTestResult refused = post(fields);
		assertThat(refused).hasStatus(422);
		this.cast.forget();
		Document page = Pages.document(refused);
		assertThat(page.select("#date-" + id(2) + "-error").text()).contains("Claire Vasseur", "Atelier Vélo");
		assertThat(page.select("[name='date[" + id(4) + "]']").val()).isEqualTo(FIRST.toString());
		set(fields, "start[" + id(2) + "]", "");
		Document hour = Pages.document(post(fields));
		assertThat(hour.select("#start-" + id(2) + "-error").text()).isNotEmpty();
	}

	/** A Sunday is read first, with its meeting; then it is kept. */
	@Test
	void whatIsUnusualIsReadBefore() {
		List<String> fields = fields();
		set(fields, "date[" + id(0) + "]", FIRST.plusDays(5).toString());
		set(fields, "start[" + id(0) + "]", "14:00");
		MvcTestResult asked = post(fields);
		assertThat(asked).hasStatus(422);
		this.cast.forget();
		Document page = Pages.document(asked);
		assertThat(page.select(".summary.warning").text()).contains("Atelier Vélo, rendez-vous 1", "fin de semaine");
		page.select("[name=accepted]").forEach((read) -> fields.addAll(List.of("accepted", read.val())));
		assertThat(post(fields)).hasStatus(302);
		assertThat(slot(0).day()).isEqualTo(FIRST.plusDays(5));
	}

	/**
	 * Of two names one of which holds the other, the longer; the rank, or the next one.
	 */
	@Test
	void whatIsPastedFindsItsMeeting() {
		List<String> fields = fields();
		set(fields, "pasted", """
				ATELIER VELO PARTAGE\tRDV 2\t6/10/2026\t9h30\t10h15\tSalle du haut
				Atelier Vélo\t15/09/2026\t14\u00A0h\u202F30
				Le Grand Inconnu\t15/09/2026\t14h""");
		MvcTestResult filled = post(fields);
		assertThat(filled).hasStatus(422);
		Document page = Pages.document(filled);
		assertThat(page.select("#pasted-error").text()).contains("ligne 3");
		assertThat(page.select("[name='date[" + id(0) + "]']").val()).isEqualTo("2026-09-15");
		assertThat(page.select("[name='start[" + id(0) + "]']").val()).isEqualTo("14:30");
		assertThat(page.select("[name='date[" + id(3) + "]']").val()).isEqualTo("2026-10-06");
		assertThat(page.select("[name='end[" + id(3) + "]']").val()).isEqualTo("10:15");
		assertThat(page.select("[name='place[" + id(3) + "]']").val()).isEqualTo("Salle du haut");
		assertThat(all()).extracting(IndividualMeeting::getState).containsOnly(MeetingState.TO_PLAN);
	}

	/** A colleague was faster: it is said, and the other rows are still there. */
	@Test
	void whatWasDatedMeanwhileIsSaid() {
		List<String> fields = fields();
		String taken = id(0);
		set(fields, "date[" + taken + "]", FIRST.toString());
		set(fields, "start[" + taken + "]", "14:00");
		set(fields, "date[" + id(4) + "]", FIRST.plusDays(1).toString());
		set(fields, "start[" + id(4) + "]", "14:00");
		Impersonation.as(this.claire, () -> this.keeping.schedule(this.ours.getId(), all().getFirst().getId(),
				all().getFirst().getVersion(), this.claire.getId(),
				new TimeSlot(FIRST.plusDays(2).atTime(9, 0), FIRST.plusDays(2).atTime(10, 0)), Mode.PRESENTIEL, ""));
		this.cast.flush();
		MvcTestResult asked = post(fields);
		assertThat(asked).hasStatus(422);
		Document page = Pages.document(asked);
		assertThat(page.select(".summary").text()).contains("a reçu une date entre-temps");
		assertThat(page.select("[name='date[" + taken + "]']")).isEmpty();
		assertThat(page.select("[name='date[" + id(4) + "]']").val()).isEqualTo(FIRST.plusDays(1).toString());
	}

	private List<IndividualMeeting> all() {
		return this.meetings.ofParcours(this.ours.getId());
	}

	private String id(int place) {
		return all().get(place).getId().toString();
	}

	private TimeSlot slot(int place) {
		return Objects.requireNonNull(all().get(place).getSlot());
	}

	private List<String> fields() {
		List<String> fields = new ArrayList<>();
		this.pages.read(this.table, this.claire)
			.select("form[action$=/planification/rendez-vous] [name]")
			.forEach((input) -> fields.addAll(List.of(input.attr("name"), input.val())));
		return fields;
	}

	private MvcTestResult post(List<String> fields) {
		MvcTestResult result = this.pages.post(this.table, this.claire, fields.toArray(String[]::new));
		this.cast.flush();
		return result;
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
