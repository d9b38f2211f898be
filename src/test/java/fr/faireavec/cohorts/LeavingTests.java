package fr.faireavec.cohorts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.audit.AuditTrail;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.StaleEdit;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.ParcoursLife;
import fr.faireavec.parcours.Pilotage;
import fr.faireavec.parcours.PilotedStructure;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A structure leaves on the day it says, and may come back. */
@IntegrationTest
class LeavingTests {

	private static final LocalDate START = LocalDate.of(2026, 3, 2);

	private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

	private static final LocalDate LATER = LocalDate.of(2026, 5, 4);

	@Autowired
	private Cast cast;

	@Autowired
	private Leaving leaving;

	@Autowired
	private LeavingJob job;

	@Autowired
	private Mandating mandating;

	@Autowired
	private Mandates mandates;

	@Autowired
	private Enrolments enrolments;

	@Autowired
	private Pilotage pilotage;

	@Autowired
	private ParcoursLife life;

	@Autowired
	private AuditTrail audit;

	@Autowired
	private JdbcClient jdbc;

	private Person ines;

	private Person nora;

	private Parcours parcours;

	private UUID canal;

	@BeforeEach
	void aStructureWithItsPeople() {
		this.cast.itIs(TODAY.atTime(10, 0));
		this.ines = this.cast.person("Inès", "Carpentier");
		this.nora = this.cast.person("Nora", "Leclercq");
		this.parcours = this.cast.parcours("Pays des Sources", START, this.cast.facilitator("Claire", "Vasseur"));
		Enrolment enrolment = this.cast.enrol(this.parcours, this.cast.structure("Recyclerie du Canal"));
		this.canal = enrolment.getId();
		Mandate pilot = this.cast.pilot(enrolment, this.ines, START);
		this.mandating.sign(this.parcours.getId(), pilot.getId(), pilot.getVersion(), "La présidence", START);
		this.cast.copilot(enrolment, this.nora, START);
		this.cast.forget();
	}

	@Test
	void aDepartureOfLaterChangesNothingUntilItsDay() {
		withdraw(LATER);
		run();
		assertThat(canal().getState()).isEqualTo(EnrolmentState.ACTIVE);
		assertThat(canal().isActiveOn(LATER.minusDays(1))).isTrue();
		assertThat(canal().isActiveOn(LATER)).isFalse();
		assertThat(states()).containsOnly(MandateState.ACTIVE);
		assertThat(seat(this.ines, TODAY)).isPresent();
		assertThat(seat(this.ines, LATER)).isEmpty();
		Person tom = this.cast.person("Tom", "Bailleul");
		assertThat(this.cast.copilot(canal(), tom, TODAY.plusDays(3)).getState()).isEqualTo(MandateState.ACTIVE);
		refused("cohorts.mandate.structureAway", () -> this.cast.pilot(canal(), tom, LATER));
		this.cast.itIs(LATER.atTime(0, 5));
		run();
		assertThat(canal().getState()).isEqualTo(EnrolmentState.WITHDRAWN);
		assertThat(this.mandates.ofEnrolment(this.canal))
			.filteredOn((mandate) -> mandate.getRole() == MandateRole.PILOT)
			.allSatisfy((mandate) -> assertThat(mandate.getEndsOn()).isEqualTo(LATER));
		assertThat(states()).containsExactlyInAnyOrder(MandateState.LAPSED, MandateState.REPLACED, MandateState.LAPSED);
		long told = told("mandate.ended");
		run();
		assertThat(told("mandate.ended")).isEqualTo(told).isEqualTo(2);
		refused("cohorts.notActive", () -> this.cast.pilot(canal(), tom, LATER.plusDays(1)));
	}

	@Test
	void whoeverHadNotLeftYetSimplyStays() {
		withdraw(LATER);
		comeBack(TODAY, List.of());
		assertThat(canal().getWithdrawnOn()).isNull();
		assertThat(canal().getAbsences().all()).isEmpty();
		this.cast.itIs(LATER.atTime(0, 5));
		run();
		assertThat(canal().getState()).isEqualTo(EnrolmentState.ACTIVE);
		assertThat(states()).containsOnly(MandateState.ACTIVE);
	}

	@Test
	void aDepartureThatWasAMistakeNeverWas() {
		withdraw(TODAY);
		assertThat(canal().getState()).isEqualTo(EnrolmentState.WITHDRAWN);
		assertThat(seat(this.ines, TODAY)).isEmpty();
		this.cast.itIs(TODAY.plusDays(10).atTime(10, 0));
		List<Mandate> lapsed = this.leaving.lapsed(this.parcours.getId(), this.canal);
		assertThat(lapsed).extracting((mandate) -> mandate.getPerson().getName())
			.containsExactlyInAnyOrder("Inès Carpentier", "Nora Leclercq");
		comeBack(TODAY, lapsed.stream().map(Mandate::getId).toList());
		assertThat(canal().getState()).isEqualTo(EnrolmentState.ACTIVE);
		assertThat(canal().isActiveOn(TODAY)).isTrue();
		assertThat(this.mandates.ofEnrolment(this.canal)).hasSize(2).allSatisfy((mandate) -> {
			assertThat(mandate.getState()).isEqualTo(MandateState.ACTIVE);
			assertThat(mandate.getEndsOn()).isNull();
		});
		assertThat(this.mandates.active(this.canal, MandateRole.PILOT).orElseThrow().isSigned()).isTrue();
		assertThat(seat(this.ines, TODAY.plusDays(10))).isPresent();
		assertThat(told("mandate.goesOn")).isEqualTo(2);
		assertThat(this.audit.ofParcours(this.parcours.getId(), 0, 10)).anySatisfy((entry) -> {
			assertThat(entry.what()).isEqualTo("enrolment.returned");
			assertThat(entry.changes().get("withdrawnOn")).containsExactly(TODAY.toString(), null);
			assertThat(entry.changes().get("reason")).containsExactly(null, "Une erreur");
			assertThat(entry.changes()).doesNotContainKey("away");
		});
	}

	@Test
	void whoeverComesBackLaterWasAwayInBetween() {
		withdraw(TODAY);
		this.cast.itIs(LATER.atTime(10, 0));
		Mandate pilot = this.leaving.lapsed(this.parcours.getId(), this.canal)
			.stream()
			.filter((mandate) -> mandate.getRole() == MandateRole.PILOT)
			.findFirst()
			.orElseThrow();
		long letters = letters(this.ines);
		comeBack(LATER, List.of(pilot.getId()));
		assertThat(canal().getAbsences().all()).containsExactly(new Absences.Absence(TODAY, LATER));
		for (Map.Entry<LocalDate, Boolean> there : Map
			.of(TODAY.minusDays(1), true, TODAY, false, LATER.minusDays(1), false, LATER, true)
			.entrySet()) {
			assertThat(canal().isActiveOn(there.getKey())).isEqualTo(there.getValue());
			assertThat(this.enrolments.activeOn(this.parcours.getId(), there.getKey()))
				.hasSize(there.getValue() ? 1 : 0);
			assertThat(seat(this.ines, there.getKey()).isPresent()).isEqualTo(there.getValue());
			assertThat(this.mandates.expectedOn(this.parcours.getId(), there.getKey()))
				.extracting((mandate) -> mandate.getPerson().getId())
				.contains(there.getValue() ? new UUID[] { this.ines.getId() } : new UUID[0]);
		}
		Mandate anew = this.mandates.active(this.canal, MandateRole.PILOT).orElseThrow();
		assertThat(anew.getStartsOn()).isEqualTo(LATER);
		assertThat(anew.isSigned()).isFalse();
		assertThat(this.mandates.active(this.canal, MandateRole.COPILOT)).isEmpty();
		assertThat(letters(this.ines)).isEqualTo(letters + 1);
		refused("cohorts.mandate.structureAway", () -> this.cast.copilot(canal(), this.nora, LATER.minusDays(1)));
		refused("cohorts.withdraw.beforeStart", () -> withdraw(LATER.minusDays(1)));
		withdraw(LATER.plusDays(1));
		this.cast.itIs(LATER.plusDays(20).atTime(10, 0));
		run();
		comeBack(LATER.plusDays(10), List.of());
		assertThat(canal().getAbsences().all()).hasSize(2);
	}

	@Test
	void whatCannotBeSaysWhy() {
		refused("cohorts.return.notGone", () -> comeBack(TODAY, List.of()));
		withdraw(TODAY);
		refused("cohorts.return.beforeLeaving", () -> comeBack(TODAY.minusDays(1), List.of()));
		refused("cohorts.afterParcours", () -> comeBack(this.parcours.getEndsOn().plusDays(1), List.of()));
		refused("cohorts.return.unknownMandate", () -> comeBack(TODAY, List.of(UUID.randomUUID())));
		refused("cohorts.reason.needed", () -> this.leaving.comeBack(this.parcours.getId(), this.canal,
				canal().getVersion(), TODAY, " ", List.of()));
		assertThatExceptionOfType(StaleEdit.class).isThrownBy(() -> this.leaving.comeBack(this.parcours.getId(),
				this.canal, canal().getVersion() + 1, TODAY, "Une erreur", List.of()));
		assertThat(canal().getState()).isEqualTo(EnrolmentState.WITHDRAWN);
		refused("cohorts.withdraw.already", () -> withdraw(LATER));
		refused("cohorts.enrolledAndGone", () -> this.cast.enrol(this.parcours, canal().getStructure()));
	}

	@Test
	void aMandateEndedByHandThatDayIsNotTakenUpAgain() {
		Mandate copilot = this.mandates.active(this.canal, MandateRole.COPILOT).orElseThrow();
		this.mandating.end(this.parcours.getId(), copilot.getId(), copilot.getVersion(), TODAY);
		withdraw(TODAY);
		assertThat(this.leaving.lapsed(this.parcours.getId(), this.canal)).extracting(Mandate::getRole)
			.containsExactly(MandateRole.PILOT);
	}

	@Test
	void whoeverIsStillThereWhenTheParcoursClosesSawItThrough() {
		withdraw(LATER);
		this.life.close(this.parcours.getId(), this.cast.reload(this.parcours).getVersion(), "Fin anticipée");
		assertThat(canal().getState()).isEqualTo(EnrolmentState.COMPLETED);
		this.cast.itIs(LATER.atTime(0, 5));
		run();
		assertThat(canal().getState()).isEqualTo(EnrolmentState.COMPLETED);
		assertThat(states()).containsOnly(MandateState.LAPSED);
	}

	@Test
	void andWhoeverHadLeftByThenDidNot() {
		withdraw(LATER);
		this.cast.itIs(LATER.atTime(0, 1));
		this.life.close(this.parcours.getId(), this.cast.reload(this.parcours).getVersion(), "Fin anticipée");
		assertThat(canal().getState()).isEqualTo(EnrolmentState.WITHDRAWN);
	}

	private void withdraw(LocalDate on) {
		this.leaving.withdraw(this.parcours.getId(), this.canal, canal().getVersion(), on, "Moins de monde");
		this.cast.forget();
	}

	private void comeBack(LocalDate on, List<UUID> mandateIds) {
		this.leaving.comeBack(this.parcours.getId(), this.canal, canal().getVersion(), on, "Une erreur", mandateIds);
		this.cast.forget();
	}

	private void run() {
		this.job.run();
		this.cast.forget();
	}

	private Enrolment canal() {
		return this.enrolments.in(this.parcours.getId(), this.canal).orElseThrow();
	}

	private List<MandateState> states() {
		return this.mandates.ofEnrolment(this.canal).stream().map(Mandate::getState).toList();
	}

	private Optional<PilotedStructure> seat(Person person, LocalDate day) {
		this.cast.flush();
		return this.pilotage.structures(this.parcours.getId(), person.getId(), day).stream().findFirst();
	}

	private long told(String what) {
		this.cast.flush();
		return this.audit.ofParcours(this.parcours.getId(), 0, 100)
			.stream()
			.filter((entry) -> entry.what().equals(what))
			.count();
	}

	private long letters(Person person) {
		return this.jdbc.sql("SELECT count(*) FROM letter WHERE recipient_id = :person")
			.param("person", person.getId())
			.query(Long.class)
			.single();
	}

	private static void refused(String key, Runnable activity) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(activity::run)
			.satisfies((refusal) -> assertThat(refusal.messageKey()).isEqualTo(key));
	}

}
