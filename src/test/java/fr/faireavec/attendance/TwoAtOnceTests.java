package fr.faireavec.attendance;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.DefaultTransactionDefinition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Two people press at the same moment: the database decides, and nobody sees a failure.
 * What is written here is committed, hence a context, and so a database, of its own.
 */
@IntegrationTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@TestPropertySource(properties = "faireavec.tests=two-at-once")
class TwoAtOnceTests {

	private static final int ROUNDS = 4;

	private static final LocalDate START = LocalDate.of(2026, 10, 1);

	private static final LocalDate DAY = LocalDate.of(2026, 10, 8);

	@Autowired
	private Cast cast;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Scheduling scheduling;

	@Autowired
	private CollectiveSessions sessions;

	@Autowired
	private IndividualMeetings meetings;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private JdbcClient jdbc;

	private UUID parcours;

	private String href;

	private Person claire;

	private Person ines;

	private RequestPostProcessor signedIn;

	private List<UUID> firstMeetings;

	@BeforeEach
	void aParcoursOfItsOwn() {
		this.cast.itIs(START.atTime(10, 0));
		String round = "r" + UUID.randomUUID().toString().substring(0, 8);
		TransactionStatus status = this.transactions.getTransaction(new DefaultTransactionDefinition());
		this.claire = this.cast.facilitator("Claire", round);
		this.ines = this.cast.person("Inès", round);
		Parcours made = this.cast.parcours("Parcours " + round, START, this.claire);
		Enrolment one = this.cast.enrol(made, this.cast.structure("Une " + round));
		Enrolment other = this.cast.enrol(made, this.cast.structure("Autre " + round));
		this.cast.pilot(one, this.ines, START);
		this.cast.flush();
		this.parcours = made.getId();
		this.href = "/parcours/" + made.getSlug();
		this.firstMeetings = List.of(this.meetings.ofEnrolment(one.getId()).getFirst().getId(),
				this.meetings.ofEnrolment(other.getId()).getFirst().getId());
		this.signedIn = this.cast.as(this.claire);
		this.transactions.commit(status);
	}

	@RepeatedTest(ROUNDS)
	void oneOfTwoDaysTakesTheDate() throws Exception {
		List<Integer> answers = atOnce(() -> plan(1), () -> plan(2));
		assertThat(answers).containsOnlyOnce(302).allMatch((status) -> List.of(302, 409, 422).contains(status));
		assertThat(count("SELECT count(*) FROM collective_session WHERE parcours_id = :id AND state = 'SCHEDULED'"))
			.isOne();
	}

	@RepeatedTest(ROUNDS)
	void oneOfTwoMeetingsTakesTheFacilitator() throws Exception {
		List<Integer> answers = atOnce(() -> meet(0), () -> meet(1));
		assertThat(answers).containsOnlyOnce(302).allMatch((status) -> List.of(302, 409, 422).contains(status));
	}

	@RepeatedTest(ROUNDS)
	void twoPressesForOnePersonMakeOneLine() throws Exception {
		UUID half = aDayUnderWay();
		String mark = this.href + "/seances/1/emargement/" + half + "/" + this.ines.getId();
		assertThat(atOnce(() -> post(mark, "status", "PRESENT"), () -> post(mark, "status", "EXCUSED")))
			.containsOnly(302);
		assertThat(count("SELECT count(*) FROM attendance WHERE half_day_id = :id", half)).isOne();
	}

	@RepeatedTest(ROUNDS)
	void aPressNeverSlipsUnderASeal() throws Exception {
		UUID half = aDayUnderWay();
		String register = this.href + "/seances/1/emargement/" + half;
		List<Integer> answers = atOnce(() -> post(register + "/" + this.ines.getId(), "status", "PRESENT"),
				() -> post(register + "/contreseing", "half", "1"));
		String status = this.jdbc.sql("SELECT status FROM attendance WHERE half_day_id = :id")
			.param("id", half)
			.query(String.class)
			.single();
		assertThat(answers.get(1)).isEqualTo(302);
		assertThat(status).isEqualTo((answers.getFirst() == 302) ? "PRESENT" : "ABSENT");
	}

	@RepeatedTest(ROUNDS)
	void aDayNeverMovesUnderAPress() throws Exception {
		UUID half = aDayUnderWay();
		int version = version();
		List<Integer> answers = atOnce(
				() -> post(this.href + "/seances/1/emargement/" + half + "/" + this.ines.getId(), "status", "PRESENT"),
				() -> post(this.href + "/seances/1/report", "version", String.valueOf(version)));
		assertThat(answers).containsOnlyOnce(302).allMatch((status) -> status < 500);
	}

	/** The last one to say wins, and nobody sees a failure. */
	@RepeatedTest(ROUNDS)
	void twoAnswersOfOnePersonMakeOne() throws Exception {
		plan(1);
		String hers = this.href + "/seances/1/presences/" + this.ines.getId();
		assertThat(atOnce(() -> post(hers, "answer", "COMING"), () -> post(hers, "answer", "NOT_COMING")))
			.containsOnly(302);
		assertThat(count("SELECT count(*) FROM reply r JOIN collective_session s ON s.id = r.session_id "
				+ "WHERE s.parcours_id = :id"))
			.isOne();
	}

	/** Of a poll too: one row, the last word, whoever says it. */
	@RepeatedTest(ROUNDS)
	void twoAnswersToAPollMakeOne() throws Exception {
		String day = DAY.plusDays(40).toString();
		assertThat(post(this.href + "/planification/sondage", "key", UUID.randomUUID().toString(), "option[2-1]", day,
				"firstStart[2]", "09:30", "firstEnd[2]", "12:30", "closesOn", DAY.plusDays(5).toString(), "fewestWeeks",
				"3", "mostWeeks", "7"))
			.isEqualTo(302);
		String said = "said[" + this.jdbc.sql("""
				SELECT o.id FROM poll_option o JOIN poll_day d ON d.id = o.day_id JOIN date_poll p ON p.id = d.poll_id
				WHERE p.parcours_id = :id""").param("id", this.parcours).query(String.class).single() + "]";
		String hers = this.href + "/planification/reponses/" + this.ines.getId();
		assertThat(atOnce(() -> post(hers, said, "YES"), () -> post(hers, said, "IF_NEEDED"))).containsOnly(302);
		assertThat(count("SELECT count(*) FROM poll_reply r JOIN date_poll p ON p.id = r.poll_id "
				+ "WHERE p.parcours_id = :id AND r.said_at IS NOT NULL"))
			.isOne();
	}

	/** Dates that are unusual are read first: none is kept meanwhile. */
	@Test
	void aTableOfDatesIsKeptWholeOrNotAtAll() {
		assertThat(post(this.href + "/planification/dates", "version[1]", "0", "date[1]", DAY.toString(),
				"firstStart[1]", "09:30", "firstEnd[1]", "12:30", "version[2]", "0", "date[2]",
				DAY.plusDays(2).toString(), "firstStart[2]", "09:30", "firstEnd[2]", "12:30"))
			.isEqualTo(422);
		assertThat(count("SELECT count(*) FROM collective_session WHERE parcours_id = :id AND state <> 'TO_PLAN'"))
			.isZero();
	}

	@RepeatedTest(ROUNDS)
	void twoRemindersWriteOnce() throws Exception {
		plan(1);
		String remind = this.href + "/seances/1/presences/relance";
		assertThat(atOnce(() -> post(remind), () -> post(remind))).containsOnly(302);
		assertThat(count("SELECT count(*) FROM letter l JOIN collective_session s ON s.id = l.subject_id "
				+ "WHERE l.kind = 'replies.asked' AND s.parcours_id = :id"))
			.isOne();
	}

	/** One form pressed twice notes one action; said otherwise, another one. */
	@RepeatedTest(ROUNDS)
	void twoPressesOfOneFormMakeOneThing() throws Exception {
		String key = UUID.randomUUID().toString();
		assertThat(atOnce(() -> log(key, "Un café"), () -> log(key, "Un café"), () -> log(key, "Un thé")))
			.containsOnly(302);
		assertThat(count("SELECT count(*) FROM logged_action a JOIN enrolment e ON e.id = a.enrolment_id "
				+ "WHERE e.parcours_id = :id"))
			.isEqualTo(2);
	}

	private int log(String key, String title) {
		String structure = this.jdbc.sql("SELECT enrolment_id FROM mandate WHERE person_id = :ines")
			.param("ines", this.ines.getId())
			.query(String.class)
			.single();
		return post(this.href + "/journal/nouvelle-action", "key", key, "title", title, "structure", structure);
	}

	/** What the database refuses is a failure of ours, not somebody else's edit. */
	@Test
	void aRuleOnlyTheDatabaseKeepsIsNoConflict() throws Exception {
		this.jdbc.sql("ALTER TABLE logged_action ADD CONSTRAINT tried CHECK (title <> 'Impossible')").update();
		try {
			assertThat(log(UUID.randomUUID().toString(), "Impossible")).isEqualTo(500);
			assertThat(log(UUID.randomUUID().toString(), "Possible")).isEqualTo(302);
		}
		finally {
			this.jdbc.sql("ALTER TABLE logged_action DROP CONSTRAINT tried").update();
		}
	}

	@Test
	void lunchMovedAloneMakesOtherEditsStale() {
		for (int noon : new int[] { 12, 13 }) {
			this.scheduling.schedule(this.parcours, 1, version(),
					new SessionPlan(
							List.of(TimeSlot.of(DAY, LocalTime.of(9, 30), LocalTime.of(noon, 0)),
									TimeSlot.of(DAY, LocalTime.of(14, 0), LocalTime.of(17, 0))),
							Mode.PRESENTIEL, "", "", ""));
		}
		int now = version();
		assertThat(post(this.href + "/seances/1/report", "version", String.valueOf(now - 1))).isEqualTo(409);
		assertThat(post(this.href + "/seances/1/report", "version", String.valueOf(now))).isEqualTo(302);
	}

	private int version() {
		return this.sessions.ranked(this.parcours, 1).orElseThrow().getVersion();
	}

	private UUID aDayUnderWay() {
		this.scheduling.schedule(this.parcours, 1, 0, new SessionPlan(
				List.of(TimeSlot.of(DAY, LocalTime.of(9, 30), LocalTime.of(12, 30))), Mode.PRESENTIEL, "", "", ""));
		this.cast.itIs(DAY.atTime(10, 0));
		return this.sessions.ranked(this.parcours, 1).orElseThrow().getHalfDays().getFirst().getId();
	}

	private int plan(int rank) {
		return post(this.href + "/seances/" + rank + "/programmation", "version", "0", "date", DAY.toString(),
				"firstStart", "09:30", "firstEnd", "12:30", "mode", "PRESENTIEL");
	}

	private int meet(int which) {
		return post(this.href + "/rendez-vous/" + this.firstMeetings.get(which) + "/programmation", "version", "0",
				"facilitator", this.claire.getId().toString(), "date", DAY.toString(), "start", "10:00", "minutes",
				"60", "mode", "PRESENTIEL");
	}

	private int post(String path, String... parameters) {
		var request = this.mvc.post().uri(path).with(this.signedIn).with(csrf());
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return request.exchange().getResponse().getStatus();
	}

	private long count(String sql) {
		return count(sql, this.parcours);
	}

	private long count(String sql, UUID id) {
		return this.jdbc.sql(sql).param("id", id).query(Long.class).single();
	}

	@SafeVarargs
	private static List<Integer> atOnce(Callable<Integer>... presses) throws Exception {
		CyclicBarrier together = new CyclicBarrier(presses.length);
		try (ExecutorService people = Executors.newFixedThreadPool(presses.length)) {
			List<Future<Integer>> pressed = new ArrayList<>();
			for (Callable<Integer> press : presses) {
				pressed.add(people.submit(() -> {
					together.await();
					return press.call();
				}));
			}
			List<Integer> answers = new ArrayList<>();
			for (Future<Integer> press : pressed) {
				answers.add(press.get());
			}
			return answers;
		}
	}

}
