package fr.faireavec.sessions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Unconfirmed;
import fr.faireavec.kernel.Warning;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A table of dates of which one is refused, or waits for a warning to be read: none is
 * kept. What is written here is committed, hence the database of {@code TwoAtOnceTests}.
 */
@IntegrationTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@TestPropertySource(properties = "faireavec.tests=two-at-once")
class AllOrNoneTests {

	private static final LocalDate START = LocalDate.of(2026, 10, 1);

	/** A Tuesday. */
	private static final LocalDate DAY = LocalDate.of(2026, 11, 17);

	@Autowired
	private Cast cast;

	@Autowired
	private MeetingsDating meetingsDating;

	@Autowired
	private ProgrammeDating programmeDating;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@SuppressWarnings("NullAway.Init")
	private Person claire;

	@SuppressWarnings("NullAway.Init")
	private Parcours parcours;

	@BeforeEach
	void aParcoursWithoutDates() {
		this.cast.itIs(START.atTime(10, 0));
		String round = "r" + UUID.randomUUID().toString().substring(0, 8);
		this.transaction.executeWithoutResult((status) -> {
			this.claire = this.cast.facilitator("Claire", round);
			this.parcours = this.cast.parcours("Parcours " + round, START, this.claire);
			for (int i = 0; i < 3; i++) {
				this.cast.enrol(this.parcours, this.cast.structure("Structure " + i + " " + round));
			}
			this.cast.flush();
		});
	}

	@Test
	void meetings() {
		List<MeetingsDating.Dating> wrong = List.of(meeting(0, DAY, 14), meeting(1, DAY, 14), meeting(2, DAY, 16));
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> date(wrong, Set.of()))
			.satisfies((refusal) -> assertThat(refusal.field()).isEqualTo(wrong.get(1).field("date")));
		assertThat(dated("individual_meeting m JOIN enrolment e ON e.id = m.enrolment_id", "e")).isZero();
		List<MeetingsDating.Dating> sunday = List.of(meeting(0, DAY, 14), meeting(1, DAY.plusDays(5), 14));
		assertThatExceptionOfType(Unconfirmed.class).isThrownBy(() -> date(sunday, Set.of()));
		assertThat(dated("individual_meeting m JOIN enrolment e ON e.id = m.enrolment_id", "e")).isZero();
		assertThat(date(List.of(meeting(0, DAY, 14), meeting(1, DAY, 15)), Set.of())).isEqualTo(2);
		assertThat(dated("individual_meeting m JOIN enrolment e ON e.id = m.enrolment_id", "e")).isEqualTo(2);
	}

	@Test
	void days() {
		List<ProgrammeDating.Dating> wrong = List.of(day(1, DAY), day(2, DAY), day(3, DAY.plusDays(28)));
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> dateDays(wrong, Set.of()));
		assertThat(dated("collective_session m", "m")).isZero();
		List<ProgrammeDating.Dating> sunday = List.of(day(1, DAY), day(2, DAY.plusDays(33)));
		List<String> codes = new ArrayList<>();
		assertThatExceptionOfType(Unconfirmed.class).isThrownBy(() -> dateDays(sunday, Set.of()))
			.satisfies((unread) -> unread.warnings().stream().map(Warning::code).forEach(codes::add));
		assertThat(dated("collective_session m", "m")).isZero();
		assertThat(dateDays(sunday, Set.copyOf(codes))).isEqualTo(2);
		assertThat(dated("collective_session m", "m")).isEqualTo(2);
	}

	private int date(List<MeetingsDating.Dating> datings, Set<String> accepted) {
		return Impersonation.giving(this.claire, () -> this.meetingsDating.date(this.parcours, datings, accepted));
	}

	private int dateDays(List<ProgrammeDating.Dating> datings, Set<String> accepted) {
		return Impersonation.giving(this.claire,
				() -> this.programmeDating.date(this.parcours.getId(), datings, accepted));
	}

	private MeetingsDating.Dating meeting(int structure, LocalDate day, int hour) {
		UUID id = this.jdbc.sql("""
				SELECT m.id FROM individual_meeting m JOIN enrolment e ON e.id = m.enrolment_id
				  JOIN structure s ON s.id = e.structure_id
				WHERE e.parcours_id = :parcours AND m.rank = 1 ORDER BY s.name OFFSET :structure LIMIT 1""")
			.param("parcours", this.parcours.getId())
			.param("structure", structure)
			.query((row, n) -> row.getObject(1, UUID.class))
			.single();
		return new MeetingsDating.Dating(id, 0, this.claire.getId(),
				new TimeSlot(day.atTime(hour, 0), day.atTime(hour + 1, 0)), "");
	}

	private static ProgrammeDating.Dating day(int rank, LocalDate day) {
		return new ProgrammeDating.Dating(rank, 0, new SessionPlan(
				List.of(new TimeSlot(day.atTime(9, 0), day.atTime(12, 0))), Mode.PRESENTIEL, "", "", ""), false);
	}

	private long dated(String from, String ofParcours) {
		return this.jdbc
			.sql("SELECT count(*) FROM " + from + " WHERE m.starts_at IS NOT NULL AND " + ofParcours
					+ ".parcours_id = :parcours")
			.param("parcours", this.parcours.getId())
			.query(Long.class)
			.single();
	}

}
