package fr.faireavec.polls;

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
import fr.faireavec.kernel.Ids;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.passes.Passes;
import fr.faireavec.sessions.Mode;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.DefaultTransactionDefinition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * One person answers twelve times at the same moment, by their link, and another with
 * them: each has one answer, whole. Committed, hence a database of its own.
 */
@IntegrationTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@TestPropertySource(properties = "faireavec.tests=two-at-once")
class PollAtOnceTests {

	private static final int AT_ONCE = 12;

	private static final LocalDate START = LocalDate.of(2026, 10, 1);

	private static final LocalDate DAY = LocalDate.of(2026, 11, 17);

	@Autowired
	private Cast cast;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private PollOpening opening;

	@Autowired
	private PollReading reading;

	@Autowired
	private Passes passes;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void answersOfOnePersonAtTheSameMomentAreOne() throws Exception {
		this.cast.itIs(START.atTime(10, 0));
		String round = "r" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
		TransactionStatus status = this.transactions.getTransaction(new DefaultTransactionDefinition());
		Parcours parcours = this.cast.parcours("Parcours " + round, START, this.cast.facilitator("Claire", round));
		List<Person> people = new ArrayList<>();
		for (String name : List.of("Inès", "Hugo")) {
			people.add(this.cast.person(name, round));
			this.cast.pilot(this.cast.enrol(parcours, this.cast.structure(name + " et compagnie " + round)),
					people.getLast(), START);
		}
		this.cast.flush();
		UUID id = this.opening.open(Ids.next(), parcours.getId(), new PollTerms(START.plusDays(9), 3, 7, "", false),
				List.of(new AskedDay(1, new AskedDay.Hours(LocalTime.of(9, 0), LocalTime.of(12, 0), null, null),
						new AskedDay.Place(Mode.PRESENTIEL, "", "", ""), List.of(DAY, DAY.plusDays(1)))));
		List<String> links = people.stream()
			.map((person) -> "/sondages/" + this.passes.give("polls.answers", person.getId(), id, null))
			.toList();
		this.transactions.commit(status);
		List<UUID> options = this.reading.of(id)
			.orElseThrow()
			.days()
			.getFirst()
			.options()
			.stream()
			.map(PollSheet.Dated::id)
			.toList();
		CyclicBarrier together = new CyclicBarrier(AT_ONCE);
		List<Integer> answers = new ArrayList<>();
		try (ExecutorService phones = Executors.newFixedThreadPool(AT_ONCE)) {
			List<Future<Integer>> sent = new ArrayList<>();
			for (int i = 0; i < AT_ONCE; i++) {
				int place = i;
				sent.add(phones.submit(() -> {
					together.await();
					return this.mvc.post()
						.uri(links.get((place == 0) ? 1 : 0))
						.with(csrf())
						.param("said[" + options.getFirst() + "]", (place % 2 == 0) ? "YES" : "NO")
						.param("said[" + options.getLast() + "]", (place % 2 == 0) ? "YES" : "IF_NEEDED")
						.exchange()
						.getResponse()
						.getStatus();
				}));
			}
			for (Future<Integer> one : sent) {
				answers.add(one.get());
			}
		}
		assertThat(answers).containsOnly(302);
		assertThat(this.jdbc.sql("SELECT count(*) FROM poll_reply WHERE poll_id = :poll AND said_at IS NOT NULL")
			.param("poll", id)
			.query(Long.class)
			.single()).isEqualTo(2);
		PollSheet poll = this.reading.of(id).orElseThrow();
		Askee ines = poll.askee(people.getFirst().getId()).orElseThrow();
		assertThat(poll.days().getFirst().options()).extracting((option) -> String.valueOf(poll.say(ines, option)))
			.as("of one answer, not half of two")
			.isIn(List.of("YES", "YES"), List.of("NO", "IF_NEEDED"));
		assertThat(this.jdbc.sql("SELECT count(*) FROM letter WHERE kind = 'polls.news' AND subject_id = :poll")
			.param("poll", id)
			.query(Long.class)
			.single()).as("that everybody has answered, once").isOne();
	}

}
