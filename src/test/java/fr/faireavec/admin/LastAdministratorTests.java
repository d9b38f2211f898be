package fr.faireavec.admin;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Role;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.privacy.Erasing;
import fr.faireavec.privacy.Mentions;
import fr.faireavec.privacy.Mentions.Review;
import fr.faireavec.privacy.PersonalFile;
import fr.faireavec.taxonomies.ListKeeping;
import fr.faireavec.taxonomies.Taxonomy;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import org.junit.jupiter.api.RepeatedTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two administrators at the same moment. What is written here is committed, hence the
 * database of {@code TwoAtOnceTests}.
 */
@IntegrationTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@TestPropertySource(properties = "faireavec.tests=two-at-once")
class LastAdministratorTests {

	private static final int ROUNDS = 4;

	@Autowired
	private Cast cast;

	@Autowired
	private AccountKeeping keeping;

	@Autowired
	private Erasing erasing;

	@Autowired
	private PersonalFile file;

	@Autowired
	private Mentions mentions;

	@Autowired
	private TwoSheets twoSheets;

	@Autowired
	private Reuniting reuniting;

	@Autowired
	private ListKeeping lists;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@RepeatedTest(ROUNDS)
	void ofTwoWhoCloseEachOtherOneStays() throws Exception {
		List<Person> both = twoAdministrators();
		List<Boolean> closed = together(() -> closes(both.get(0)), () -> closes(both.get(1)));
		assertThat(closed).containsExactlyInAnyOrder(true, false);
		assertThat(administrators()).isEqualTo(1);
	}

	@RepeatedTest(ROUNDS)
	void ofTwoWhoEraseEachOtherOneStays() throws Exception {
		List<Person> both = twoAdministrators();
		String first = seal(both.get(0));
		String second = seal(both.get(1));
		List<Boolean> erased = together(() -> erases(both.get(0), first), () -> erases(both.get(1), second));
		assertThat(erased).containsExactlyInAnyOrder(true, false);
		assertThat(administrators()).isEqualTo(1);
	}

	@RepeatedTest(ROUNDS)
	void ofTwoWhoAddOneLabelOneIsTold() throws Exception {
		String label = "Effet " + UUID.randomUUID();
		List<Boolean> added = together(() -> adds(label), () -> adds(label));
		assertThat(added).containsExactlyInAnyOrder(true, false);
		assertThat(this.jdbc.sql("SELECT count(*) FROM taxonomy_entry WHERE label = :label")
			.param("label", label)
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	/**
	 * One keeps the one sheet, the other the other: neither goes on in the other's place.
	 */
	@RepeatedTest(ROUNDS)
	void ofTwoWhoReuniteTwoSheetsEachItsWayOneDoes() throws Exception {
		List<Person> both = twoAdministrators();
		List<Person> sheets = twoSheets();
		UUID one = sheets.get(0).getId();
		UUID other = sheets.get(1).getId();
		String seen = this.twoSheets.of(one, other).code();
		String seenByTheOther = this.twoSheets.of(other, one).code();
		List<Boolean> done = together(() -> reunites(both.get(0), one, other, seen),
				() -> reunites(both.get(1), other, one, seenByTheOther));
		assertThat(done).containsExactlyInAnyOrder(true, false);
		assertThat(this.jdbc.sql("SELECT count(*) FROM person WHERE id IN (:both) AND reunited_with IS NULL")
			.param("both", List.of(one, other))
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	/** Written before, it passes; written after, it is written of the other. */
	@RepeatedTest(ROUNDS)
	void whatIsWrittenOfASheetWhileItGoesIsOfTheOneThatStays() throws Exception {
		List<Person> both = twoAdministrators();
		List<Person> sheets = twoSheets();
		UUID kept = sheets.get(0).getId();
		UUID given = sheets.get(1).getId();
		String seen = this.twoSheets.of(kept, given).code();
		List<Boolean> done = together(() -> reunites(both.get(0), kept, given, seen), () -> this.jdbc
			.sql("INSERT INTO notification_refusal (person_id, kind, refused_at) VALUES (:given, 'x', '2026-09-01')")
			.param("given", given)
			.update() == 1);
		assertThat(done).containsExactly(true, true);
		assertThat(this.jdbc.sql("SELECT person_id FROM notification_refusal WHERE person_id IN (:both)")
			.param("both", List.of(kept, given))
			.query(UUID.class)
			.list()).containsExactly(kept);
	}

	private List<Person> twoSheets() {
		String round = "r" + UUID.randomUUID().toString().substring(0, 8);
		return this.transaction
			.execute((status) -> List.of(this.cast.person("Une", round), this.cast.person("Autre", round)));
	}

	private boolean reunites(Person administrator, UUID kept, UUID given, String seen) {
		try {
			this.reuniting.reunite(new Viewer(administrator.getId(), administrator.getId(), "Ada", "Min", Role.ADMIN),
					kept, given, seen);
			return true;
		}
		catch (Refusal | NotFound refused) {
			return false;
		}
	}

	private List<Person> twoAdministrators() {
		String round = "r" + UUID.randomUUID().toString().substring(0, 8);
		return this.transaction.execute((status) -> {
			this.jdbc.sql("UPDATE account SET role = NULL WHERE role = 'ADMIN'").update();
			return List.of(this.cast.administrator("Ada", round), this.cast.administrator("Bea", round));
		});
	}

	private int administrators() {
		return this.jdbc.sql("SELECT count(*) FROM account WHERE role = 'ADMIN' AND disabled_at IS NULL")
			.query(Integer.class)
			.single();
	}

	private String seal(Person person) {
		return this.mentions.of(this.file.subject(person.getId())).seal();
	}

	private boolean erases(Person person, String seal) {
		try {
			this.erasing.carryOut(person.getId(), new Review(seal, Set.of(), ""));
			return true;
		}
		catch (Refusal refused) {
			assertThat(refused).hasMessage("privacy.obstacle.lastAdministrator");
			return false;
		}
	}

	private boolean closes(Person person) {
		try {
			this.keeping.disable(person.getId());
			return true;
		}
		catch (Refusal refused) {
			return false;
		}
	}

	private boolean adds(String label) {
		try {
			this.lists.add(Ids.next(), Taxonomy.EFFECT, label);
			return true;
		}
		catch (Refusal | DataIntegrityViolationException refused) {
			return false;
		}
	}

	private static List<Boolean> together(Callable<Boolean> one, Callable<Boolean> other) throws Exception {
		CyclicBarrier start = new CyclicBarrier(2);
		try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
			Future<Boolean> first = threads.submit(() -> {
				start.await();
				return one.call();
			});
			Future<Boolean> second = threads.submit(() -> {
				start.await();
				return other.call();
			});
			return List.of(first.get(), second.get());
		}
	}

}
