package fr.faireavec.privacy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.funders.FunderKeeping;
import fr.faireavec.funders.FunderKind;
import fr.faireavec.kernel.EvidenceExpiry;
import fr.faireavec.kernel.Expiry;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Zones;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.Outbox;
import fr.faireavec.parcours.ConventionKeeping;
import fr.faireavec.parcours.ConventionTerms;
import fr.faireavec.privacy.Mentions.Review;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** Each thing is kept until its day, and not a day longer. */
@IntegrationTest
class RetainingTests {

	private static final LocalTime NIGHT = LocalTime.of(3, 30);

	@Autowired
	private ApplicationContext context;

	@Autowired
	private Cast cast;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Retaining retaining;

	@Autowired
	private FunderKeeping funders;

	@Autowired
	private ConventionKeeping conventions;

	@Test
	void namesOnARegisterGoFiveYearsAfterTheDay() {
		PastLife past = past();
		LocalDate day = PastLife.START.plusDays(7);
		keepAll(past);
		assertThat(night(day.plusYears(5).minusDays(30))).containsEntry("privacy.announced", 1);
		assertThat(night(day.plusYears(5).minusDays(1))).containsEntry("attendance.names", 0);
		assertThat(night(day.plusYears(5))).containsEntry("attendance.names", 4);
		assertThat(names()).containsOnly("Personne effacée");
		assertThat(night(day.plusYears(5))).containsEntry("attendance.names", 0);
		assertThat(this.jdbc.sql("SELECT count(*) FROM attendance WHERE status = 'PRESENT'").query(Long.class).single())
			.isEqualTo(2);
	}

	@Test
	void aConventionKeepsThemUntilItsOwnDay() {
		PastLife past = past();
		keepAll(past);
		LocalDate until = LocalDate.of(2028, 6, 30);
		agree(past, until);
		night(until.minusDays(29));
		assertThat(night(until)).containsEntry("attendance.names", 0);
		assertThat(night(until.plusDays(1))).containsEntry("attendance.names", 4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0032-12-31", "0203-12-31", "1932-12-31", "2023-12-31", "2027-01-01" })
	void aConventionNeverKeepsThemLessThanAYearAfterTheParcours(LocalDate typed) {
		PastLife past = past();
		keepAll(past);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> agree(past, typed))
			.satisfies((refusal) -> assertThat(refusal.field()).isEqualTo("evidenceUntil"));
	}

	/** Typed behind our back, PostgreSQL says no; and were it there, nothing would go. */
	@Test
	void noDateInTheDatabaseErasesAnything() {
		PastLife past = past();
		keepAll(past);
		LocalDate today = past.parcours.getEndsOn();
		agree(past, today.plusYears(1));
		String slip = "UPDATE convention SET evidence_until = '1932-12-31'";
		this.jdbc.sql("SAVEPOINT slip").update();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(slip).update());
		this.jdbc.sql("ROLLBACK TO SAVEPOINT slip").update();
		this.jdbc.sql("ALTER TABLE convention DISABLE TRIGGER convention_keeps_evidence").update();
		this.jdbc.sql(slip).update();
		assertThat(night(today)).containsEntry("attendance.names", 0).containsEntry("cohorts.signatories", 0);
		assertThat(night(today.plusDays(31))).containsEntry("privacy.announced", 0)
			.containsEntry("attendance.names", 0)
			.containsEntry("cohorts.signatories", 0);
		assertThat(names()).doesNotContain("Personne effacée");
	}

	@Test
	void whatWasNotAnnouncedAMonthBeforeStays() {
		PastLife past = past();
		keepAll(past);
		LocalDate late = PastLife.START.plusYears(7);
		assertThat(night(late)).containsEntry("privacy.announced", 1).containsEntry("attendance.names", 0);
		assertThat(night(late.plusDays(29))).containsEntry("attendance.names", 0);
		assertThat(night(late.plusDays(30))).containsEntry("attendance.names", 4);
		assertThat(this.context.getBean(ErasureNotices.class).all()).isEmpty();
	}

	@Test
	void theAdministrationIsToldByALetter() {
		PastLife past = past();
		Person admin = this.cast.administrator("Ada", "Min");
		keepAll(past);
		night(PastLife.START.plusYears(6));
		assertThat(this.jdbc.sql("SELECT kind FROM letter WHERE recipient_id = :admin")
			.param("admin", admin.getId())
			.query(String.class)
			.list()).containsOnlyOnce("privacy.notice");
		Letter letter = this.context.getBean(NoticeLetter.class)
			.render(new Envelope(UUID.randomUUID(), admin.getId(), "Ada", "ada@exemple.fr", admin.getId(), null,
					java.time.Instant.EPOCH));
		assertThat(letter.blocks().toString()).contains(past.parcours.getName())
			.contains("Noms des feuilles de présence");
	}

	/** Only what was announced under that very day goes on that day. */
	@Test
	void aDateThatMovesIsAnnouncedAnew() {
		PastLife past = past();
		keepAll(past);
		LocalDate late = PastLife.START.plusYears(7);
		night(late);
		UUID convention = agree(past, late.plusYears(1));
		assertThat(night(late.plusDays(1))).containsEntry("privacy.announced", 0);
		assertThat(this.context.getBean(ErasureNotices.class).all()).isEmpty();
		this.jdbc.sql("UPDATE convention SET evidence_until = :day WHERE id = :id")
			.param("day", late.minusYears(1))
			.param("id", convention)
			.update();
		assertThat(night(late.plusDays(40))).containsEntry("privacy.announced", 1).containsEntry("attendance.names", 0);
		assertThat(night(late.plusDays(70))).containsEntry("attendance.names", 4);
	}

	@Test
	void whatSomebodyKeepsIsKeptThenAnnouncedAgain() {
		PastLife past = past();
		Person admin = this.cast.administrator("Ada", "Min");
		keepAll(past);
		LocalDate late = PastLife.START.plusYears(7);
		night(late);
		ErasureNotices notices = this.context.getBean(ErasureNotices.class);
		EvidenceHolding holding = this.context.getBean(EvidenceHolding.class);
		UUID notice = notices.all().getFirst().id();
		LocalDate kept = late.plusYears(2);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> holding.hold(notice, late.plusDays(3)));
		Impersonation.as(admin, () -> holding.hold(notice, kept));
		assertThat(notices.all()).isEmpty();
		assertThat(this.jdbc.sql("SELECT changes::text FROM audit_row WHERE what = 'privacy.held'")
			.query(String.class)
			.single()).contains(kept.toString());
		assertThat(night(late.plusDays(30))).containsEntry("attendance.names", 0);
		assertThat(night(kept.minusDays(30))).containsEntry("privacy.announced", 0);
		assertThat(night(kept.minusDays(29))).containsEntry("privacy.announced", 1);
		assertThat(night(kept)).containsEntry("attendance.names", 0);
		assertThat(night(kept.plusDays(1))).containsEntry("attendance.names", 4);
	}

	/** Kept for a few days, its notice stands: it goes after them and not before. */
	@Test
	void aShortHoldIsHonouredToo() {
		PastLife past = past();
		Person admin = this.cast.administrator("Ada", "Min");
		keepAll(past);
		LocalDate late = PastLife.START.plusYears(7);
		night(late);
		night(late.plusDays(25));
		UUID notice = this.context.getBean(ErasureNotices.class).all().getFirst().id();
		Impersonation.as(admin, () -> this.context.getBean(EvidenceHolding.class).hold(notice, late.plusDays(40)));
		assertThat(night(late.plusDays(40))).containsEntry("attendance.names", 0);
		assertThat(night(late.plusDays(41))).containsEntry("attendance.names", 4);
	}

	/** One parcours that cannot be forgotten leaves the others, and fails the job. */
	@Test
	void whatFailsLeavesTheRest() {
		PastLife past = past();
		this.cast.flush();
		LocalDate late = PastLife.START.plusYears(7);
		this.cast.itIs(late.atTime(NIGHT));
		Expiry.Terms terms = new Expiry.Terms(late.plusDays(30).atStartOfDay(Zones.PARIS).toInstant(),
				Period.ofYears(5), Period.ofMonths(6), Period.ofYears(5));
		ErasureNotices notices = this.context.getBean(ErasureNotices.class);
		List<LocalDate> forgotten = new ArrayList<>();
		EvidenceExpiry expiry = new EvidenceExpiry() {

			@Override
			public String name() {
				return "attendance.names";
			}

			@Override
			public List<Due> due(Expiry.Terms asked, LocalDate until) {
				return List.of();
			}

			@Override
			public int forget(Expiry.Terms asked, UUID parcoursId, LocalDate on, int most) {
				if (on.equals(late)) {
					throw new IllegalStateException("cannot");
				}
				forgotten.add(on);
				return 1;
			}

		};
		for (LocalDate day : List.of(late.minusDays(1), late, late.plusDays(1))) {
			notices.add(expiry.name(), new EvidenceExpiry.Due(past.parcours.getId(), "Parcours", day, 1),
					late.atStartOfDay(Zones.PARIS).toInstant());
		}
		EvidenceForgetting forgetting = new EvidenceForgetting(List.of(expiry), notices,
				this.context.getBean(Accounts.class), this.context.getBean(Outbox.class),
				TransactionOperations.withoutTransaction());
		assertThatIllegalStateException().isThrownBy(() -> forgetting.forget(expiry, terms));
		assertThat(forgotten).containsExactly(late.minusDays(1), late.plusDays(1));
		assertThat(notices.all()).singleElement().extracting(ErasureNotices.Notice::dueOn).isEqualTo(late);
	}

	/** The administration and the log hear of it; what could be done is done. */
	@Test
	void aNightThatFailsIsAJobThatFails() {
		Retaining failing = mock(Retaining.class);
		given(failing.run()).willReturn(Map.of("mail.letters", Retaining.FAILED, "audit.rows", 3));
		assertThatIllegalStateException().isThrownBy(() -> new RetentionJob(failing).run())
			.withMessageContaining("mail.letters");
		given(failing.run()).willReturn(Map.of("mail.letters", 0));
		assertThatNoException().isThrownBy(() -> new RetentionJob(failing).run());
	}

	/** What is erased on a typed date is announced; the rest counts recorded moments. */
	@Test
	void everyKindIsOneOrTheOther() {
		assertThat(this.context.getBeansOfType(EvidenceExpiry.class).values()).extracting(EvidenceExpiry::name)
			.containsExactlyInAnyOrder("attendance.names", "cohorts.signatories", "evidence.pieces", "scans.pages",
					"sessions.speakers", "sheets.files", "signing.signatures");
		assertThat(this.context.getBeansOfType(Expiry.class).values()).extracting(Expiry::name)
			.containsExactlyInAnyOrder("audit.rows", "convening.guests", "dossiers.files", "exchanges.marks",
					"imports.drafts", "journal.drafts", "kernel.forms", "mail.letters", "polls.said",
					"privacy.requests", "replies.given", "sessions.addresses", "signin.traces", "signing.phones",
					"visits.journals");
	}

	private UUID agree(PastLife past, LocalDate until) {
		var funder = this.funders.register(Ids.next(), "Département fictif", FunderKind.DEPARTEMENT, "", "", "");
		this.cast.flush();
		UUID id = this.conventions
			.agree(Ids.next(), past.parcours.getId(), funder.getId(),
					new ConventionTerms("N-1", null, PastLife.START, PastLife.START.plusYears(1), null, null, null,
							null, null, null, until))
			.getId();
		this.cast.flush();
		return id;
	}

	@Test
	void signaturesGoWithTheirEvidenceOnceTheMandateIsOver() {
		PastLife past = past();
		keepAll(past);
		LocalDate gone = PastLife.START.plusYears(5);
		assertThat(night(gone)).as("still mandated").containsEntry("cohorts.signatories", 0);
		this.jdbc.sql("UPDATE mandate SET state = 'ENDED', ends_on = :day").param("day", gone.minusYears(1)).update();
		night(gone.minusDays(30));
		assertThat(night(gone.minusDays(1))).containsEntry("cohorts.signatories", 0);
		assertThat(night(gone)).containsEntry("cohorts.signatories", 2);
	}

	@ParameterizedTest
	@CsvSource({ "2027-02-27, 0", "2027-02-28, 1" })
	void lettersGoAfterSixMonths(LocalDate day, int gone) {
		this.cast.itIs(LocalDate.of(2026, 8, 28).atTime(23, 0));
		Person person = this.cast.person("Inès", "Carpentier");
		this.cast.flush();
		letter(person, "SENT");
		letter(person, "WAITING");
		assertThat(night(day)).containsEntry("mail.letters", gone);
	}

	@Test
	void theLastLetterTakesTheAddressWithIt() {
		PastLife past = past();
		this.cast.flush();
		UUID canary = past.canary.getId();
		Mentions mentions = this.context.getBean(Mentions.class);
		this.context.getBean(Erasing.class)
			.carryOut(canary, new Review(mentions.of(this.context.getBean(PersonalFile.class).subject(canary)).seal(),
					Set.of(), ""));
		assertThat(night(PastLife.START.plusDays(20))).as("not sent yet").containsEntry("mail.letters", 0);
		this.jdbc.sql("UPDATE letter SET state = 'SENT'" + settled()).update();
		assertThat(night(PastLife.START.plusDays(21))).containsEntry("mail.letters", 1);
	}

	@Test
	void theAuditGoesAfterFiveYears() {
		LocalDate day = LocalDate.of(2026, 9, 1);
		this.cast.itIs(day.atTime(10, 0));
		Person person = this.cast.administrator("Ada", "Min");
		this.cast.flush();
		long rows = this.jdbc.sql("SELECT count(*) FROM audit_row WHERE happened_at < '2026-09-02'")
			.query(Long.class)
			.single();
		assertThat(rows).isPositive();
		comesIn(person, day.plusYears(4));
		assertThat(night(day.plusYears(5).minusDays(1))).containsEntry("audit.rows", 0);
		assertThat(night(day.plusYears(5))).containsEntry("audit.rows", (int) rows);
	}

	@Test
	void whoeverDoesNotComeForThreeYearsIsToldThenForgotten() {
		LocalDate last = LocalDate.of(2026, 9, 1);
		this.cast.itIs(last.atTime(10, 0));
		Person idle = this.cast.person("Inès", "Carpentier");
		this.cast.flush();
		LocalDate told = last.plusYears(3).minusDays(30);
		assertThat(night(told.minusDays(1))).containsEntry("privacy.warned", 0);
		assertThat(night(told)).containsEntry("privacy.warned", 1).containsEntry("privacy.forgotten", 0);
		assertThat(letters()).containsExactly("privacy.idle");
		assertThat(night(told.plusDays(1))).containsEntry("privacy.warned", 0);
		assertThat(night(told.plusDays(29))).containsEntry("privacy.forgotten", 0);
		assertThat(night(last.plusYears(3))).containsEntry("privacy.forgotten", 1);
		assertThat(name(idle)).isEqualTo("Personne effacée");
		assertThat(night(last.plusYears(3))).containsEntry("privacy.forgotten", 0);
	}

	@Test
	void whoeverComesBackInTimeIsKept() {
		LocalDate last = LocalDate.of(2026, 9, 1);
		this.cast.itIs(last.atTime(10, 0));
		Person idle = this.cast.person("Inès", "Carpentier");
		this.cast.flush();
		LocalDate told = last.plusYears(3).minusDays(30);
		night(told);
		comesIn(idle, told.plusDays(10));
		assertThat(night(last.plusYears(3))).containsEntry("privacy.forgotten", 0);
		assertThat(this.jdbc.sql("SELECT count(*) FROM idle_warning").query(Integer.class).single()).isZero();
		assertThat(name(idle)).isEqualTo("Inès Carpentier");
	}

	@Test
	void whoeverAParcoursCountsOnIsNeverIdle() {
		LocalDate start = LocalDate.of(2026, 9, 1);
		this.cast.itIs(start.atTime(10, 0));
		Person claire = this.cast.facilitator("Claire", "Vasseur");
		Person pilot = this.cast.person("Inès", "Carpentier");
		Enrolment enrolment = this.cast.enrol(this.cast.parcours("Long", start, claire),
				this.cast.structure("Recyclerie"));
		this.cast.pilot(enrolment, pilot, start);
		this.cast.flush();
		assertThat(night(start.plusYears(4))).containsEntry("privacy.warned", 0);
	}

	@Test
	void linksCodesAndSessionsGoOnceTheyAreOver() {
		LocalDate day = LocalDate.of(2026, 9, 1);
		this.cast.itIs(day.atTime(10, 0));
		Person person = this.cast.person("Inès", "Carpentier");
		this.cast.flush();
		for (String sql : List.of("""
				INSERT INTO invitation (id, account_id, token_hash, issued_at, expires_at)
				SELECT gen_random_uuid(), id, 'h1', '2026-09-01', '2026-09-15' FROM account WHERE person_id = :id""",
				"""
						INSERT INTO sign_in_request (id, account_id, address_hash, token_hash, code_hash, asked_at, expires_at)
						SELECT gen_random_uuid(), id, 'h2', 'h3', 'h4', '2026-09-01', '2026-09-15' FROM account WHERE person_id = :id""",
				"""
						INSERT INTO spring_session (primary_id, session_id, creation_time, last_access_time,
						  max_inactive_interval, expiry_time, principal_name)
						SELECT gen_random_uuid()::text, gen_random_uuid()::text, 0, 0, 60,
						  extract(epoch FROM CAST('2026-09-15' AS timestamptz)) * 1000, id::text FROM account WHERE person_id = :id""")) {
			this.jdbc.sql(sql).param("id", person.getId()).update();
		}
		assertThat(traces(person)).isEqualTo(3);
		night(LocalDate.of(2026, 9, 14));
		assertThat(traces(person)).isEqualTo(3);
		night(LocalDate.of(2026, 9, 16));
		assertThat(traces(person)).isZero();
	}

	private int traces(Person person) {
		return this.jdbc.sql("""
				SELECT (SELECT count(*) FROM invitation WHERE account_id = a.id)
				  + (SELECT count(*) FROM sign_in_request WHERE account_id = a.id)
				  + (SELECT count(*) FROM spring_session WHERE principal_name = a.id::text)
				FROM account a WHERE a.person_id = :id""").param("id", person.getId()).query(Integer.class).single();
	}

	/** A run is noted, and may be run again. */
	@Test
	void eachNightIsNoted() {
		night(LocalDate.of(2026, 9, 1));
		night(LocalDate.of(2026, 9, 2));
		assertThat(this.context.getBean(RetentionRuns.class).latest()).hasSize(2)
			.allSatisfy((run) -> assertThat(run.forgotten()).doesNotContainKey("privacy.forgotten"));
		assertThat(night(LocalDate.of(2028, 9, 2)).values()).allMatch((count) -> count >= 0);
		assertThat(this.context.getBean(RetentionRuns.class).latest()).hasSize(1);
	}

	private PastLife past() {
		return new PastLife(PastLife.Parts.of(this.context.getAutowireCapableBeanFactory()));
	}

	/** Nobody of this past is idle: they go on running it. */
	private void keepAll(PastLife past) {
		this.cast.flush();
		this.jdbc.sql("UPDATE person SET created_at = '2040-01-01'").update();
		assertThat(past.canary).isNotNull();
	}

	private void comesIn(Person person, LocalDate day) {
		this.jdbc.sql("""
				INSERT INTO spring_session (primary_id, session_id, creation_time, last_access_time,
				  max_inactive_interval, expiry_time, principal_name)
				SELECT gen_random_uuid()::text, gen_random_uuid()::text, 0,
				  extract(epoch FROM CAST(:day AS timestamptz)) * 1000, 60, 9000000000000, a.id::text
				FROM account a WHERE a.person_id = :person""")
			.param("day", day.atTime(12, 0))
			.param("person", person.getId())
			.update();
	}

	private void letter(Person person, String state) {
		this.jdbc
			.sql("""
					INSERT INTO letter (id, kind, recipient_id, subject_id, unique_key, topic, state, posted_at, due_at, attempts)
					VALUES (gen_random_uuid(), 'test', :person, :person, gen_random_uuid()::text, '', 'WAITING',
					  '2026-08-28T21:00:00Z', '2026-08-28T21:00:00Z', 0)""")
			.param("person", person.getId())
			.update();
		if ("SENT".equals(state)) {
			this.jdbc.sql("UPDATE letter SET state = 'SENT'" + settled()).update();
		}
	}

	/** The moment a letter was settled, where the schema has it. */
	private String settled() {
		boolean has = this.jdbc.sql(
				"SELECT count(*) > 0 FROM information_schema.columns WHERE table_name = 'letter' AND column_name = 'settled_at'")
			.query(Boolean.class)
			.single();
		return has ? ", settled_at = posted_at" : "";
	}

	private List<@Nullable String> letters() {
		return this.jdbc.sql("SELECT kind FROM letter").query(String.class).list();
	}

	private List<@Nullable String> names() {
		return this.jdbc.sql("SELECT person_name FROM attendance UNION ALL SELECT name FROM session_guest")
			.query(String.class)
			.list();
	}

	private String name(Person person) {
		return this.jdbc.sql("SELECT given_name || ' ' || family_name FROM person WHERE id = :id")
			.param("id", person.getId())
			.query(String.class)
			.single();
	}

	private Map<String, Integer> night(LocalDate day) {
		this.cast.itIs(day.atTime(NIGHT));
		this.cast.flush();
		return this.retaining.run();
	}

}
