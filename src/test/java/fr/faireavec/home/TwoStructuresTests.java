package fr.faireavec.home;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.attendance.AttendanceMethod;
import fr.faireavec.attendance.AttendanceStatus;
import fr.faireavec.attendance.AttendanceTaking;
import fr.faireavec.attendance.Register;
import fr.faireavec.attendance.RegisterReading;
import fr.faireavec.bilans.BilanFigures;
import fr.faireavec.bilans.Figures;
import fr.faireavec.bilans.Rate;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.MandateRole;
import fr.faireavec.journal.ActionRow;
import fr.faireavec.journal.ActionRows;
import fr.faireavec.kernel.Ids;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** One person stands for two structures of a parcours, and neither is forgotten. */
@IntegrationTest
class TwoStructuresTests {

	private static final LocalDate START = LocalDate.of(2026, 9, 1);

	private static final LocalDate DAY = LocalDate.of(2026, 10, 26);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private AttendanceTaking taking;

	@Autowired
	private RegisterReading registers;

	@Autowired
	private BilanFigures figures;

	@Autowired
	private ActionRows actions;

	@Autowired
	private Scheduling scheduling;

	@Autowired
	private JdbcClient jdbc;

	private Person claire;

	private Person ines;

	private Parcours parcours;

	private Enrolment canal;

	private Enrolment cantine;

	private Enrolment radio;

	@BeforeEach
	void inesStandsForTwoOfThree() {
		this.cast.itIs(START.atTime(10, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.parcours = this.cast.parcours("Pays des Sources", START, this.claire);
		this.canal = this.cast.enrol(this.parcours, this.cast.structure("Recyclerie du Canal"));
		this.cantine = this.cast.enrol(this.parcours, this.cast.structure("Cantine Coop"));
		this.radio = this.cast.enrol(this.parcours, this.cast.structure("Radio des Voisins"));
		this.cast.pilot(this.canal, this.ines, START);
		this.cast.copilot(this.cantine, this.ines, START.plusDays(1));
		this.cast.pilot(this.radio, this.cast.person("Hugo", "Lemaire"), START);
		this.scheduling.schedule(this.parcours.getId(), 1, 0,
				new SessionPlan(
						List.of(TimeSlot.of(DAY, LocalTime.of(9, 30), LocalTime.of(12, 30)),
								TimeSlot.of(DAY, LocalTime.of(13, 30), LocalTime.of(16, 30))),
						Mode.PRESENTIEL, "Maison des associations", "", ""));
		this.cast.forget();
		this.cast.itIs(START.plusDays(10).atTime(10, 0));
	}

	@Test
	void sheOpensTheirPagesAndNoOther() {
		assertThat(get("/structures/" + this.canal.getId())).hasStatusOk();
		assertThat(get("/structures/" + this.cantine.getId())).hasStatusOk();
		assertThat(get("/structures/" + this.radio.getId())).hasStatus(404);
		assertThat(page("").select("nav a").eachText()).contains("Recyclerie du Canal", "Cantine Coop")
			.doesNotContain("Radio des Voisins");
		assertThat(page("/rendez-vous").select("tbody th").eachText()).containsExactly("Cantine Coop",
				"Recyclerie du Canal");
	}

	@Test
	void sheSaysForWhichStructureSheNotesAnAction() {
		assertThat(page("/journal/nouvelle-action").select("select[name=structure] option[value~=.]").eachText())
			.containsExactlyInAnyOrder("Recyclerie du Canal", "Cantine Coop");
		assertThat(log("Sans structure", null)).hasStatus(422).bodyText().contains("structure");
		assertThat(log("Pas la sienne", this.radio)).hasStatus(422);
		assertThat(log("Un comité de goûteurs", this.cantine)).hasStatus(302);
		assertThat(log("Un atelier vélo", this.canal)).hasStatus(302);
		assertThat(this.actions.ofEnrolment(this.cantine.getId())).extracting(ActionRow::title, ActionRow::awaitsPilot)
			.containsExactly(tuple("Un comité de goûteurs", false));
		assertThat(this.actions.ofEnrolment(this.radio.getId())).isEmpty();
	}

	@Test
	void herJournalHoldsBothOrTheOneSheChooses() {
		log("Un comité de goûteurs", this.cantine);
		log("Un atelier vélo", this.canal);
		assertThat(titles("/journal")).containsExactly("Un atelier vélo", "Un comité de goûteurs");
		assertThat(titles("/journal?structure=" + this.cantine.getId())).containsExactly("Un comité de goûteurs");
		assertThat(titles("/journal?structure=" + this.radio.getId())).hasSize(2);
		assertThat(page("").select(".journal-card h3").eachText()).hasSize(2);
		UUID one = this.actions.ofEnrolment(this.cantine.getId()).getFirst().id();
		assertThat(get("/journal/" + one)).hasStatusOk();
	}

	@Test
	void oneLineInTheRegisterCountsForBoth() {
		this.cast.itIs(DAY.atTime(9, 40));
		assertThat(sheet().lines()).hasSize(2);
		assertThat(sheet().lines().getFirst().structures()).containsExactly(
				new Register.StandsFor("Cantine Coop", MandateRole.COPILOT),
				new Register.StandsFor("Recyclerie du Canal", MandateRole.PILOT));
		Impersonation.as(this.claire, () -> this.taking.record(this.parcours.getId(), sheet().halfDayId(),
				this.ines.getId(), AttendanceStatus.PRESENT, AttendanceMethod.BY_FACILITATOR, null));
		this.cast.forget();
		assertThat(sheet().present()).isOne();
		assertThat(this.jdbc.sql("SELECT count(*) FROM attendance").query(Long.class).single()).isOne();
		Figures figures = this.figures.of(this.parcours.getId(), START, DAY);
		assertThat(figures.structures().engaged()).isEqualTo(2);
		assertThat(figures.people().present()).isOne();
		this.cast.itIs(DAY.atTime(18, 0));
		this.scheduling.hold(this.parcours.getId(), 1, version());
		this.cast.flush();
		figures = this.figures.of(this.parcours.getId(), START, DAY);
		assertThat(figures.structures().presence()).isEqualTo(new Rate(2, 3));
		assertThat(figures.people().minutes()).isEqualTo(180);
	}

	@Test
	void aSecondMandateCountsUntilTheSheetIsClosed() {
		this.cast.itIs(DAY.atTime(9, 40));
		UUID morning = sheet().halfDayId();
		Impersonation.as(this.claire, () -> this.taking.record(this.parcours.getId(), morning, this.ines.getId(),
				AttendanceStatus.PRESENT, AttendanceMethod.BY_FACILITATOR, null));
		this.cast.flush();
		mandateByHand(this.radio, this.ines);
		Impersonation.as(this.claire, () -> this.taking.countersign(this.parcours.getId(), morning));
		this.cast.forget();
		assertThat(countsFor(morning)).isEqualTo(3);
		mandateByHand(this.cast.enrol(this.parcours, this.cast.structure("Fil et Fabrique")), this.ines);
		Impersonation.as(this.claire, () -> this.taking.record(this.parcours.getId(), morning, this.ines.getId(),
				AttendanceStatus.ABSENT, AttendanceMethod.BY_FACILITATOR, "Erreur de saisie"));
		this.cast.flush();
		assertThat(countsFor(morning)).as("what was countersigned stays").isEqualTo(3);
	}

	@Test
	void aLineNeverCountsForAStructureOfAnotherParcours() {
		this.cast.itIs(DAY.atTime(9, 40));
		Impersonation.as(this.claire, () -> this.taking.record(this.parcours.getId(), sheet().halfDayId(),
				this.ines.getId(), AttendanceStatus.PRESENT, AttendanceMethod.BY_FACILITATOR, null));
		Parcours other = this.cast.parcours("Ailleurs", START, this.claire);
		UUID elsewhere = this.cast.enrol(other, this.cast.structure("Garage Entraide")).getId();
		this.cast.flush();
		org.assertj.core.api.Assertions
			.assertThatThrownBy(
					() -> this.jdbc.sql("INSERT INTO attendance_enrolment SELECT id, :elsewhere FROM attendance")
						.param("elsewhere", elsewhere)
						.update())
			.hasMessageContaining("structures of its own parcours");
	}

	@Test
	void sheIsOneOfThePeopleOfTheParcours() {
		assertThat(Pages.document(this.mvc.get().uri(base()).with(this.cast.as(this.claire)).exchange()).text())
			.contains("2 pilotes et copilotes");
	}

	private void mandateByHand(Enrolment enrolment, Person person) {
		this.jdbc.sql("""
				INSERT INTO mandate (id, version, enrolment_id, person_id, role, state, starts_on)
				VALUES (:id, 0, :enrolment, :person, 'COPILOT', 'ACTIVE', :day)""")
			.param("id", Ids.next())
			.param("enrolment", enrolment.getId())
			.param("person", person.getId())
			.param("day", DAY)
			.update();
		this.cast.forget();
	}

	private long countsFor(UUID halfDayId) {
		return this.jdbc.sql("""
				SELECT count(*) FROM attendance_enrolment f JOIN attendance a ON a.id = f.attendance_id
				WHERE a.half_day_id = :half AND a.person_id = :person""")
			.param("half", halfDayId)
			.param("person", this.ines.getId())
			.query(Long.class)
			.single();
	}

	private int version() {
		return this.jdbc.sql("SELECT version FROM collective_session WHERE parcours_id = :parcours AND rank = 1")
			.param("parcours", this.parcours.getId())
			.query(Integer.class)
			.single();
	}

	private Register.Sheet sheet() {
		return this.registers.of(this.parcours.getId(), 1).sheets().getFirst();
	}

	private List<String> titles(String path) {
		return page(path).select("#notre-journal ~ ul .journal-card h3").eachText();
	}

	private MvcTestResult log(String title, @Nullable Enrolment enrolment) {
		return this.mvc.post()
			.uri(base() + "/journal/nouvelle-action")
			.with(this.cast.as(this.ines))
			.with(csrf())
			.param("key", Ids.next().toString())
			.param("title", title)
			.param("state", "IDEA")
			.param("structure", (enrolment != null) ? enrolment.getId().toString() : "")
			.exchange();
	}

	private Document page(String path) {
		try {
			return Jsoup.parse(get(path).getResponse().getContentAsString());
		}
		catch (UnsupportedEncodingException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(base() + path).with(this.cast.as(this.ines)).exchange();
	}

	private String base() {
		return "/parcours/" + this.parcours.getSlug();
	}

}
