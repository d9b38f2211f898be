package fr.faireavec.slots;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.kernel.Ids;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.sessions.Mode;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.DefaultTransactionDefinition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Fifty structures press for one slot at the same moment: one has it, and each of the
 * others reads which are left. What is written here is committed, hence a context, and so
 * a database, of its own.
 */
@IntegrationTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@TestPropertySource(properties = "faireavec.tests=two-at-once")
class FiftyAtOnceTests {

	private static final int PRESSING = 50;

	private static final LocalDate START = LocalDate.of(2026, 10, 1);

	private static final LocalDate DAY = LocalDate.of(2026, 11, 17);

	@Autowired
	private Cast cast;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private SlotOffering offering;

	@Autowired
	private SlotRows rows;

	@Autowired
	private IndividualMeetings meetings;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void oneOfFiftyTakesTheSlotAndTheOthersReadWhatIsLeft() throws Exception {
		this.cast.itIs(START.atTime(10, 0));
		String round = "r" + UUID.randomUUID().toString().substring(0, 8);
		List<RequestPostProcessor> signedIn = new ArrayList<>();
		List<UUID> first = new ArrayList<>();
		TransactionStatus status = this.transactions.getTransaction(new DefaultTransactionDefinition());
		Person claire = this.cast.facilitator("Claire", round);
		Parcours parcours = this.cast.parcours("Parcours " + round, START, claire);
		for (int i = 0; i < PRESSING; i++) {
			Person pilot = this.cast.person("Pilote" + i, round);
			Enrolment enrolment = this.cast.enrol(parcours, this.cast.structure("Structure " + i + " " + round));
			this.cast.pilot(enrolment, pilot, START);
			this.cast.flush();
			signedIn.add(this.cast.as(pilot));
			first.add(this.meetings.ofEnrolment(enrolment.getId()).getFirst().getId());
		}
		this.offering.offer(Ids.next(), parcours.getId(), claire.getId(),
				new SlotRun(DAY, LocalTime.of(9, 0), LocalTime.of(12, 0), 60, 0), Mode.DISTANCIEL, "");
		this.transactions.commit(status);
		String wanted = this.rows.free(parcours.getId()).getFirst().id().toString();
		CyclicBarrier together = new CyclicBarrier(PRESSING);
		List<MvcTestResult> answers = new ArrayList<>();
		try (ExecutorService people = Executors.newFixedThreadPool(PRESSING)) {
			List<Future<MvcTestResult>> pressed = new ArrayList<>();
			for (int i = 0; i < PRESSING; i++) {
				String path = "/parcours/" + parcours.getSlug() + "/rendez-vous/" + first.get(i) + "/creneau";
				RequestPostProcessor who = signedIn.get(i);
				pressed.add(people.submit(() -> {
					together.await();
					return this.mvc.post()
						.uri(path)
						.with(who)
						.with(csrf())
						.param("version", "0")
						.param("slot", wanted)
						.exchange();
				}));
			}
			for (Future<MvcTestResult> press : pressed) {
				answers.add(press.get());
			}
		}
		assertThat(answers).extracting((answer) -> answer.getResponse().getStatus())
			.containsOnlyOnce(302)
			.allMatch((code) -> code == 302 || code == 422);
		assertThat(answers).filteredOn((answer) -> answer.getResponse().getStatus() == 422)
			.hasSize(PRESSING - 1)
			.allSatisfy((answer) -> {
				var page = Pages.document(answer);
				assertThat(page.select("#slot-error").text()).contains("vient d’être pris");
				assertThat(page.select("input[type=radio]")).hasSize(2);
			});
		assertThat(this.jdbc.sql("""
				SELECT count(*) FROM individual_meeting m JOIN enrolment e ON e.id = m.enrolment_id
				WHERE e.parcours_id = :parcours AND m.state = 'SCHEDULED'""")
			.param("parcours", parcours.getId())
			.query(Long.class)
			.single()).isOne();
		assertThat(this.rows.of(parcours.getId())).filteredOn((row) -> row.meetingId() != null).hasSize(1);
	}

}
