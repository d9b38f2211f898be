package fr.faireavec.bilans;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

import fr.faireavec.kernel.NotFound;
import fr.faireavec.testing.IntegrationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The figures, held against the same figures made slowly from whole tables. */
@IntegrationTest
class BilanFiguresTests {

	private static final LocalDate START = LocalDate.of(2025, 1, 1);

	private static final LocalDate END = LocalDate.of(2025, 12, 31);

	private static final LocalDate MARCH = LocalDate.of(2025, 3, 10);

	private static final LocalDate MAY = LocalDate.of(2025, 5, 12);

	@Autowired
	BilanFigures figures;

	@Autowired
	JdbcClient jdbc;

	RawWorld world;

	/** The other structures of those who stand for several. */
	private final Map<UUID, List<UUID>> twice = new java.util.HashMap<>();

	@BeforeEach
	void makeWorld() {
		this.world = new RawWorld(this.jdbc);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597, 2584, 4181, 6765, 10946 })
	void theFiguresOfAnyWorldAreThoseOfTheDefinitions(long seed) {
		Random random = new Random(seed);
		populate(random);
		holds(START, END);
		LocalDate from = START.plusDays(random.nextInt(200));
		holds(from, from.plusDays(random.nextInt(160)));
		holds(from, from);
		holds(LocalDate.of(2030, 1, 1), LocalDate.of(2030, 2, 1));
	}

	@Test
	void onePersonStandsForTwoStructuresAndIsOnePerson() {
		this.world.parcours("RUNNING", 2, true, true);
		UUID one = this.world.enrolment();
		UUID other = this.world.enrolment();
		UUID both = this.world.mandate(one, "PILOT", START, null);
		this.world.mandate(other, both, "PILOT", START, null);
		this.world.attendance(this.world.heldMorning(1, MARCH), both, List.of(one, other), "PRESENT");
		Figures all = holds(START, END);
		assertThat(all.structures().engaged()).isEqualTo(2);
		assertThat(all.structures().presence()).isEqualTo(new Rate(2, 2));
		assertThat(all.people().present()).isOne();
		assertThat(all.people().minutes()).isEqualTo(180);
	}

	@Test
	void anEmptyParcoursHasNoRate() {
		this.world.parcours("CLOSED", 2, true, true);
		Figures all = holds(START, END);
		assertThat(all.structures().engaged()).isZero();
		for (Rate rate : List.of(all.structures().presence(), all.structures().steady(), all.meetings().held(),
				all.actions().engagedWithDone())) {
			assertThat(rate.percent()).isNull();
		}
	}

	@Test
	void withoutASessionHeldThereIsNoPresence() {
		this.world.parcours("RUNNING", 2, true, true);
		UUID enrolment = this.world.enrolment();
		UUID person = this.world.mandate(enrolment, "PILOT", START, null);
		UUID session = this.world.session(1, "SCHEDULED", MARCH.atTime(9, 30), MARCH.atTime(12, 30));
		UUID morning = this.world.halfDay(session, 1, MARCH.atTime(9, 30), MARCH.atTime(12, 30));
		this.world.attendance(morning, person, enrolment, "PRESENT");
		Figures all = holds(START, END);
		assertThat(all.structures().engaged()).isOne();
		assertThat(all.structures().presence()).isEqualTo(new Rate(0, 0));
		assertThat(all.structures().steady()).isEqualTo(new Rate(0, 0));
		assertThat(all.people().minutes()).isZero();
		assertThat(this.figures.peoplePresence(this.world.parcours, START, END)).isEqualTo(new Rate(0, 0));
	}

	@Test
	void aReplacedPilotIsExpectedUntilReplaced() {
		this.world.parcours("RUNNING", 2, true, true);
		UUID enrolment = this.world.enrolment();
		LocalDate change = LocalDate.of(2025, 4, 1);
		UUID before = this.world.mandate(enrolment, "PILOT", START, change);
		UUID after = this.world.mandate(enrolment, "PILOT", change, null);
		UUID first = this.world.heldMorning(1, MARCH);
		UUID second = this.world.heldMorning(2, MAY);
		this.world.attendance(first, before, enrolment, "PRESENT");
		this.world.attendance(second, after, enrolment, "EXCUSED");
		Figures all = holds(START, END);
		assertThat(all.structures().presence()).isEqualTo(new Rate(1, 2));
		assertThat(this.figures.peoplePresence(this.world.parcours, START, END)).isEqualTo(new Rate(1, 2));
		assertThat(all.people().present()).isOne();
	}

	@Test
	void aCountersignedRegisterExpectedThoseItNames() {
		this.world.parcours("RUNNING", 2, true, true);
		UUID enrolment = this.world.enrolment();
		UUID pilot = this.world.mandate(enrolment, "PILOT", START, null);
		UUID session = this.world.session(1, "HELD", MARCH.atTime(9, 30), MARCH.atTime(16, 30));
		UUID morning = this.world.halfDay(session, 1, MARCH.atTime(9, 30), MARCH.atTime(12, 30));
		UUID afternoon = this.world.halfDay(session, 2, MARCH.atTime(13, 30), MARCH.atTime(16, 30));
		this.world.attendance(morning, pilot, enrolment, "PRESENT");
		this.world.seal(morning, pilot);
		UUID newcomer = this.world.mandate(enrolment, "COPILOT", MARCH, null);
		this.world.attendance(afternoon, newcomer, enrolment, "PRESENT");
		Figures all = holds(START, END);
		assertThat(this.figures.peoplePresence(this.world.parcours, START, END)).isEqualTo(new Rate(2, 3));
		assertThat(all.people().present()).isEqualTo(2);
		assertThat(all.people().minutes()).isEqualTo(360);
		this.world.attendance(morning, newcomer, enrolment, "EXCUSED");
		holds(START, END);
		assertThat(this.figures.peoplePresence(this.world.parcours, START, END)).isEqualTo(new Rate(2, 4));
	}

	@Test
	void aStructureThatLeftIsNoLongerExpectedAndKeepsItsPast() {
		this.world.parcours("CLOSED", 2, true, true);
		UUID stays = this.world.enrolment("COMPLETED", START, null, "59", "SCOP", null, null);
		UUID leaves = this.world.enrolment("WITHDRAWN", START, MAY, "62", "ASSOCIATION", null, null);
		UUID staying = this.world.mandate(stays, "PILOT", START, null);
		UUID leaving = this.world.mandate(leaves, "PILOT", START, MAY);
		UUID first = this.world.heldMorning(1, MARCH);
		UUID second = this.world.heldMorning(2, MAY);
		this.world.attendance(first, staying, stays, "PRESENT");
		this.world.attendance(second, staying, stays, "PRESENT");
		this.world.attendance(first, leaving, leaves, "PRESENT");
		Figures all = holds(START, END);
		assertThat(all.structures().engaged()).isEqualTo(2);
		assertThat(all.structures().kept()).isEqualTo(new Rate(1, 2));
		assertThat(all.structures().presence()).isEqualTo(new Rate(3, 3));
		assertThat(all.structures().steady()).isEqualTo(new Rate(1, 2));
		assertThat(all.structures().presence().percent()).isEqualTo(100);
	}

	@Test
	void aStructureThatLeftAndCameBackIsNotExpectedInBetween() {
		this.world.parcours("CLOSED", 2, true, true);
		UUID enrolment = this.world.enrolment("COMPLETED", START, null, "59", "SCOP", "Culture", 12);
		LocalDate april = LocalDate.of(2025, 4, 7);
		this.world.away(enrolment, MARCH.plusDays(1), MAY);
		UUID before = this.world.mandate(enrolment, "PILOT", START, MARCH.plusDays(1));
		UUID after = this.world.mandate(enrolment, "PILOT", MAY, null);
		this.world.attendance(this.world.heldMorning(1, MARCH), before, enrolment, "PRESENT");
		this.world.heldMorning(2, april);
		this.world.attendance(this.world.heldMorning(3, MAY), after, enrolment, "PRESENT");
		Figures all = holds(START, END);
		assertThat(all.structures().engaged()).isOne();
		assertThat(all.structures().kept()).isEqualTo(new Rate(1, 1));
		assertThat(all.structures().presence()).isEqualTo(new Rate(2, 2));
		assertThat(all.structures().steady()).isEqualTo(new Rate(0, 1));
		assertThat(all.people().present()).isEqualTo(2);
		assertThat(this.figures.peoplePresence(this.world.parcours, START, END)).isEqualTo(new Rate(2, 2));
		assertThat(holds(april, april).structures().enrolled()).isZero();
		assertThat(holds(MARCH, MAY).structures().enrolled()).isOne();
	}

	@Test
	void aGuestMayStandForItsStructure() {
		this.world.parcours("RUNNING", 2, true, true);
		UUID enrolment = this.world.enrolment();
		UUID morning = this.world.heldMorning(1, MARCH);
		this.world.guest(this.world.sessionOf(morning), "Une collègue", enrolment);
		this.world.guest(this.world.sessionOf(morning), "Un voisin", null);
		Figures all = holds(START, END);
		assertThat(all.structures().presence()).isEqualTo(new Rate(1, 1));
		assertThat(all.structures().engaged()).isOne();
		assertThat(all.people()).isEqualTo(new Figures.People(0, 2, 0, new Figures.Remote(0, 0)));
	}

	@Test
	void aCancelledDayIsCountedOnlyToBeSaid() {
		this.world.parcours("RUNNING", 2, true, true);
		UUID enrolment = this.world.enrolment();
		UUID person = this.world.mandate(enrolment, "PILOT", START, null);
		UUID held = this.world.heldMorning(1, MARCH);
		this.world.attendance(held, person, enrolment, "PRESENT");
		UUID cancelled = this.world.session(2, "CANCELLED", MAY.atTime(9, 0), MAY.atTime(12, 0));
		UUID morning = this.world.halfDay(cancelled, 1, MAY.atTime(9, 0), MAY.atTime(12, 0));
		this.world.attendance(morning, person, enrolment, "PRESENT");
		Figures all = holds(START, END);
		assertThat(all.sessions().held()).isEqualTo(new Rate(1, 2));
		assertThat(all.sessions().cancelled()).isOne();
		assertThat(all.structures().presence()).isEqualTo(new Rate(1, 1));
		assertThat(all.people().minutes()).isEqualTo(180);
		assertThat(holds(MAY, MAY).structures().engaged()).isZero();
	}

	@Test
	void eachHalfDayCountsItsOwnLength() {
		this.world.parcours("RUNNING", 2, true, true);
		UUID enrolment = this.world.enrolment();
		UUID pilot = this.world.mandate(enrolment, "PILOT", START, null);
		UUID copilot = this.world.mandate(enrolment, "COPILOT", START, null);
		UUID session = this.world.session(1, "HELD", MARCH.atTime(9, 30), MARCH.atTime(16, 45));
		UUID morning = this.world.halfDay(session, 1, MARCH.atTime(9, 30), MARCH.atTime(12, 0));
		UUID afternoon = this.world.halfDay(session, 2, MARCH.atTime(13, 30), MARCH.atTime(16, 45));
		this.world.attendance(morning, pilot, enrolment, "PRESENT");
		this.world.attendance(afternoon, pilot, enrolment, "ABSENT");
		this.world.attendance(afternoon, copilot, enrolment, "PRESENT");
		assertThat(holds(START, END).people().minutes()).isEqualTo(150 + 195);
	}

	@Test
	void aPartialPresenceCountsItsOwnHoursAndFromElsewhereApart() {
		this.world.parcours("RUNNING", 2, true, true);
		UUID enrolment = this.world.enrolment();
		UUID pilot = this.world.mandate(enrolment, "PILOT", START, null);
		UUID copilot = this.world.mandate(enrolment, "COPILOT", START, null);
		UUID session = this.world.session(1, "HELD", MARCH.atTime(9, 30), MARCH.atTime(16, 45));
		UUID morning = this.world.halfDay(session, 1, MARCH.atTime(9, 30), MARCH.atTime(12, 0));
		UUID afternoon = this.world.halfDay(session, 2, MARCH.atTime(13, 30), MARCH.atTime(16, 45));
		this.world.attendance(morning, pilot, enrolment, "PRESENT");
		this.world.stay(morning, pilot, LocalTime.of(11, 0), null, false);
		this.world.attendance(afternoon, pilot, enrolment, "PRESENT");
		this.world.stay(afternoon, pilot, null, LocalTime.of(15, 0), true);
		this.world.attendance(afternoon, copilot, enrolment, "PRESENT");
		this.world.stay(afternoon, copilot, LocalTime.of(14, 0), LocalTime.of(16, 0), true);
		assertThat(holds(START, END).people())
			.isEqualTo(new Figures.People(2, 0, 60 + 90 + 120, new Figures.Remote(1, 90 + 120)));
	}

	@Test
	void aFrameworkWithoutScaleHasNoInvolvement() {
		this.world.parcours("RUNNING", 2, false, false);
		UUID enrolment = this.world.enrolment();
		this.world.action(enrolment, "DONE", Map.of("ends_on", MAY));
		Figures all = holds(START, END);
		assertThat(all.involvement()).isNull();
		assertThat(all.serviceUsers()).isNull();
		assertThat(all.actions().done()).isOne();
	}

	@Test
	void aPeriodCutsTheParcours() {
		this.world.parcours("RUNNING", 2, true, true);
		UUID enrolment = this.world.enrolment();
		UUID person = this.world.mandate(enrolment, "PILOT", START, null);
		this.world.attendance(this.world.heldMorning(1, MARCH), person, enrolment, "PRESENT");
		this.world.attendance(this.world.heldMorning(2, MAY), person, enrolment, "PRESENT");
		this.world.meeting(enrolment, 1, false, "HELD", MAY.atTime(14, 0), true);
		this.world.action(enrolment, "DONE",
				Map.of("starts_on", MARCH, "ends_on", MAY, "contributed_hours", RawWorld.hours("12.50"),
						"volunteer_hours", RawWorld.hours("10.25"), "valued_rate", RawWorld.hours("11.88"),
						"valued_amount", RawWorld.hours("121.77"), "level_id", this.world.levels.get(3)));
		Figures early = holds(START, MAY.minusDays(1));
		assertThat(early.sessions().held()).isEqualTo(new Rate(1, 2));
		assertThat(early.actions().done()).isZero();
		assertThat(early.meetings().held()).isEqualTo(new Rate(0, 2));
		Figures late = holds(MAY, MAY);
		assertThat(late.actions().done()).isOne();
		assertThat(late.meetings()).isEqualTo(new Figures.Meetings(new Rate(1, 2), 1, 0));
		assertThat(late.hours().rates()).containsExactly(
				new Figures.Priced(RawWorld.hours("11.88"), RawWorld.hours("10.25"), RawWorld.hours("121.77")));
		assertThat(late.involvement()).isNotNull();
	}

	@Test
	void percentsAreWholeAndHalfUp() {
		assertThat(new Rate(1, 8).percent()).isEqualTo(13);
		assertThat(new Rate(1, 3).percent()).isEqualTo(33);
		assertThat(new Rate(199, 200).percent()).isEqualTo(100);
		assertThat(new Rate(0, 4).percent()).isZero();
		assertThat(new Rate(0, 0).percent()).isNull();
	}

	@Test
	void thereMustBeAParcours() {
		assertThatThrownBy(() -> this.figures.of(UUID.randomUUID(), START, END)).isInstanceOf(NotFound.class);
	}

	private Figures holds(LocalDate from, LocalDate to) {
		Figures drawn = this.figures.of(this.world.parcours, from, to);
		Map<String, String> said = said(drawn);
		said.put("F6", fraction(this.figures.peoplePresence(this.world.parcours, from, to)));
		assertThat(said).isEqualTo(new NaiveFigures(this.jdbc, this.world.parcours, from, to).all());
		assertThat(drawn.territories().stream().flatMap((one) -> one.conventions().stream()))
			.containsExactlyInAnyOrderElementsOf(apart());
		for (Figures.Territory territory : drawn.territories()) {
			Map<String, String> theirs = new NaiveFigures(this.jdbc, this.world.parcours, from, to,
					territory.departements())
				.all();
			theirs.remove("F6");
			assertThat(said(territory.figures())).as(territory.departements().toString()).isEqualTo(theirs);
			assertThat(CanonicalJson.write(territory)).doesNotContain("Structure ", "Jour ");
		}
		return drawn;
	}

	/** The conventions of a funder whose départements do not cover every structure. */
	private List<UUID> apart() {
		return this.jdbc.sql("""
				SELECT c.id FROM convention c JOIN funder f ON f.id = c.funder_id
				WHERE c.parcours_id = :parcours AND f.departements <> '' AND EXISTS (SELECT FROM enrolment e
				  WHERE e.parcours_id = c.parcours_id AND strpos(f.departements, e.departement_then) = 0)
				""")
			.param("parcours", this.world.parcours)
			.query((row, n) -> UUID.fromString(row.getString("id")))
			.list();
	}

	/** Of one structure, of none, of those a person stands for on both sides. */
	@Test
	void aTerritoryCountsItsOwnStructures() {
		this.world.parcours("CLOSED", 2, true, true);
		UUID here = this.world.enrolment();
		UUID there = this.world.enrolment("COMPLETED", START, null, "62", "SCOP", "Textile", 30);
		UUID both = this.world.mandate(here, "PILOT", START, null);
		this.world.mandate(there, both, "PILOT", START, null);
		UUID other = this.world.mandate(there, "COPILOT", START, null);
		UUID morning = this.world.heldMorning(1, MARCH);
		this.world.attendance(morning, both, List.of(here, there), "PRESENT");
		this.world.attendance(morning, other, there, "PRESENT");
		this.world.guest(this.world.sessionOf(morning), "Canari invité", there);
		this.world.action(there, "DONE", Map.of("ends_on", MAY, "people_involved", 7));
		this.world.convention("Nord", "N-1", 1, null, "59");
		this.world.convention("Pas-de-Calais", "P-1", 1, null, "62");
		this.world.convention("Somme", "S-1", 1, null, "80");
		this.world.convention("Hauts", "H-1", 2, null, "59, 62, 80");
		this.world.convention("Partout", "P-2", 2, null);
		Map<List<String>, Figures> apart = new HashMap<>();
		holds(START, END).territories().forEach((one) -> apart.put(one.departements(), one.figures()));
		assertThat(apart).containsOnlyKeys(List.of("59"), List.of("62"), List.of("80"));
		Figures nord = Objects.requireNonNull(apart.get(List.of("59")));
		assertThat(nord.people()).isEqualTo(new Figures.People(1, 1, 180, new Figures.Remote(0, 0)));
		assertThat(nord.actions().engagedWithDone()).isEqualTo(new Rate(0, 1));
		Figures pas = Objects.requireNonNull(apart.get(List.of("62")));
		assertThat(pas.people()).isEqualTo(new Figures.People(2, 1, 360, new Figures.Remote(0, 0)));
		assertThat(pas.structures().kept()).isEqualTo(new Rate(1, 1));
		Figures somme = Objects.requireNonNull(apart.get(List.of("80")));
		assertThat(somme.structures().engaged()).isZero();
		for (Rate rate : List.of(somme.structures().presence(), somme.structures().steady(), somme.meetings().held(),
				somme.actions().engagedWithDone())) {
			assertThat(rate.percent()).isNull();
		}
	}

	/** Whoever never told a département is of no territory. */
	@Test
	void aStructureWithoutADepartementIsOfNoTerritory() {
		this.world.parcours("RUNNING", 2, true, true);
		UUID known = this.world.enrolment();
		UUID unknown = this.world.enrolment();
		this.jdbc.sql("UPDATE enrolment SET departement_then = NULL WHERE id = :id").param("id", unknown).update();
		UUID person = this.world.mandate(unknown, "PILOT", START, null);
		this.world.attendance(this.world.heldMorning(1, MARCH), person, unknown, "PRESENT");
		this.world.convention("Nord", "N-1", 1, null, "59");
		Figures.Territory nord = this.figures.of(this.world.parcours, START, END).territories().getFirst();
		assertThat(nord.figures().structures().enrolled()).isOne();
		assertThat(nord.figures().structures().engaged()).isZero();
		assertThat(known).isNotEqualTo(unknown);
	}

	private static Map<String, String> said(Figures drawn) {
		Map<String, String> said = new TreeMap<>();
		said.put("F1", "" + drawn.structures().engaged());
		said.put("F2", (drawn.structures().kept() != null) ? fraction(drawn.structures().kept()) : "n. d.");
		said.put("F3", fraction(drawn.sessions().held()));
		said.put("F3 annulées", "" + drawn.sessions().cancelled());
		said.put("F4", fraction(drawn.meetings().held()));
		said.put("F4 en plus", "" + drawn.meetings().extra());
		said.put("F4 sans la structure", "" + drawn.meetings().noShows());
		said.put("F5", "" + drawn.people().present());
		said.put("F5 invités", "" + drawn.people().guests());
		said.put("F7", fraction(drawn.structures().presence()));
		said.put("F8", fraction(drawn.structures().steady()));
		said.put("F9", "" + drawn.people().minutes());
		Figures.Remote remote = Objects.requireNonNull(drawn.people().remote());
		said.put("F5 à distance", "" + remote.people());
		said.put("F9 à distance", "" + remote.minutes());
		said.put("F10", fraction(drawn.actions().engagedWithDone()));
		said.put("F10 notées", "" + drawn.actions().logged());
		said.put("F10 engagées", "" + drawn.actions().ongoing());
		said.put("F10 réalisées", "" + drawn.actions().done());
		said.put("F10 abandonnées", "" + drawn.actions().abandoned());
		said.put("F10 structures", "" + drawn.actions().structuresWithDone());
		Figures.ServiceUsers users = drawn.serviceUsers();
		said.put("F11", (users != null) ? "" + users.reached() : "sans objet");
		if (users != null) {
			said.put("F12", "" + users.involved());
			said.put("F12 distincts", users.distinct() + " selon " + users.distinctTold());
		}
		Figures.Involvement involvement = drawn.involvement();
		said.put("F13", (involvement != null) ? fraction(involvement.beyond()) : "sans objet");
		if (involvement != null) {
			Map<String, Integer> done = new TreeMap<>();
			Map<String, Integer> aimed = new TreeMap<>();
			for (Figures.Level level : involvement.levels()) {
				done.put(level.label(), level.done());
				aimed.put(level.label(), level.aimed());
			}
			done.values().removeIf((count) -> count == 0);
			aimed.values().removeIf((count) -> count == 0);
			said.put("F13 répartition", done.toString());
			said.put("F13 visés", aimed.toString());
		}
		said.put("F15",
				NaiveFigures.plain(drawn.hours().contributed()) + " h, " + NaiveFigures.plain(drawn.hours().volunteer())
						+ " h, " + NaiveFigures.plain(drawn.hours().amount()) + " €");
		said.put("F19 departement_then", shares(drawn.structures().profile().departements()));
		said.put("F19 legal_form_then", shares(drawn.structures().profile().legalForms()));
		said.put("F19 sector_then", shares(drawn.structures().profile().sectors()));
		return said;
	}

	private static String shares(List<Figures.Share> shares) {
		Map<String, Integer> counts = new TreeMap<>();
		shares.forEach((share) -> counts.put(share.trait().toLowerCase(Locale.FRENCH), share.structures()));
		return counts.toString();
	}

	private static String fraction(Rate rate) {
		return rate.numerator() + "/" + rate.denominator();
	}

	private void populate(Random random) {
		boolean closed = random.nextBoolean();
		this.world.parcours(closed ? (random.nextBoolean() ? "CLOSED" : "ARCHIVED") : "RUNNING", random.nextInt(4),
				random.nextInt(5) > 0, random.nextInt(5) > 0);
		Map<UUID, List<UUID>> people = new HashMap<>();
		for (int i = random.nextInt(7); i >= 0; i--) {
			boolean withdrawn = random.nextInt(4) == 0;
			LocalDate from = START.plusDays(random.nextInt(60));
			LocalDate left = withdrawn ? from.plusDays(random.nextInt(200)) : null;
			UUID enrolment = this.world.enrolment(withdrawn ? "WITHDRAWN" : closed ? "COMPLETED" : "ACTIVE", from, left,
					pick(random, "59", "62", "80"), pick(random, "ASSOCIATION", "SCOP"),
					pick(random, null, "Culture", "culture ", "Alimentation"),
					random.nextBoolean() ? random.nextInt(90) : null);
			if (left == null && random.nextInt(4) == 0) {
				LocalDate gone = from.plusDays(random.nextInt(150));
				this.world.away(enrolment, gone, gone.plusDays(1 + random.nextInt(90)));
			}
			LocalDate change = from.plusDays(1 + random.nextInt(120));
			boolean replaced = random.nextInt(3) == 0;
			List<UUID> theirs = new java.util.ArrayList<>();
			theirs.add(this.world.mandate(enrolment, "PILOT", from, replaced ? change : null));
			if (replaced) {
				theirs.add(this.world.mandate(enrolment, "PILOT", change, null));
			}
			if (random.nextBoolean()) {
				theirs.add(this.world.mandate(enrolment, "COPILOT", from, null));
			}
			else if (!people.isEmpty() && random.nextBoolean()) {
				UUID elsewhere = pick(random, people.keySet().toArray(UUID[]::new));
				UUID twice = pick(random, people.getOrDefault(elsewhere, List.of()).toArray(UUID[]::new));
				this.world.mandate(enrolment, twice, "COPILOT", from, null);
				this.twice.computeIfAbsent(twice, (id) -> new java.util.ArrayList<>()).add(enrolment);
			}
			people.put(enrolment, theirs);
			for (UUID level : this.world.levels) {
				if (random.nextInt(5) == 0) {
					this.world.aim(enrolment, level);
				}
			}
			populateMeetings(random, enrolment);
			for (int n = random.nextInt(6); n > 0; n--) {
				populateAction(random, enrolment);
			}
		}
		for (int rank = 1 + random.nextInt(7); rank > 0; rank--) {
			populateSession(random, rank, people);
		}
		for (String departements : List.of("59", "59, 62", "02", "59, 62, 80", "")) {
			this.world.convention("Financeur", departements, null, null, departements);
		}
	}

	private void populateSession(Random random, int rank, Map<UUID, List<UUID>> people) {
		String state = pick(random, "HELD", "HELD", "HELD", "HELD", "SCHEDULED", "CANCELLED", "TO_PLAN");
		if (state.equals("TO_PLAN")) {
			this.world.session(rank, state, null, null);
			return;
		}
		LocalDate day = START.plusDays(rank * 40L + random.nextInt(35));
		LocalDateTime start = day.atTime(9, 15 * random.nextInt(4));
		LocalDateTime noon = day.atTime(12, 15 * random.nextInt(4));
		boolean two = random.nextInt(4) > 0;
		LocalDateTime end = two ? day.atTime(16, 15 * random.nextInt(4)) : noon;
		UUID session = this.world.session(rank, state, start, end);
		List<UUID> halfDays = new java.util.ArrayList<>();
		halfDays.add(this.world.halfDay(session, 1, start, noon));
		if (two) {
			halfDays.add(this.world.halfDay(session, 2, day.atTime(13, 30), end));
		}
		populateSeals(random, halfDays);
		people.forEach((enrolment, theirs) -> {
			for (UUID person : theirs) {
				for (UUID halfDay : halfDays) {
					if (random.nextInt(5) > 0) {
						List<UUID> stands = new java.util.ArrayList<>(this.twice.getOrDefault(person, List.of()));
						stands.add(enrolment);
						this.world.attendance(halfDay, person, stands,
								pick(random, "PRESENT", "PRESENT", "PRESENT", "EXCUSED", "ABSENT"));
						populateStay(random, halfDay, person);
					}
				}
			}
			if (random.nextInt(6) == 0) {
				this.world.guest(session, "Invitée " + random.nextInt(9), random.nextBoolean() ? enrolment : null);
			}
		});
	}

	/** Every half-day of these goes from before 10 h to 12 h, or from 13 h 30 to 16 h. */
	private void populateStay(Random random, UUID halfDay, UUID person) {
		boolean morning = this.jdbc.sql("SELECT starts_at FROM half_day WHERE id = :id")
			.param("id", halfDay)
			.query(LocalDateTime.class)
			.single()
			.getHour() < 12;
		LocalTime came = random.nextInt(4) > 0 ? null : LocalTime.of(morning ? 10 : 14, random.nextInt(60));
		LocalTime left = random.nextInt(4) > 0 ? null : LocalTime.of(morning ? 11 : 15, random.nextInt(60));
		this.world.stay(halfDay, person, came, left, random.nextInt(4) == 0);
	}

	private void populateSeals(Random random, List<UUID> halfDays) {
		for (UUID halfDay : halfDays) {
			if (random.nextInt(3) == 0) {
				this.world.seal(halfDay, this.world.person());
			}
		}
	}

	private void populateMeetings(Random random, UUID enrolment) {
		for (int rank = 1; rank <= 3; rank++) {
			String state = pick(random, "HELD", "HELD", "SCHEDULED", "TO_PLAN", "CANCELLED");
			LocalDateTime at = state.equals("TO_PLAN") ? null : START.plusDays(random.nextInt(360)).atTime(14, 0);
			this.world.meeting(enrolment, rank, rank == 3, state, at, random.nextInt(5) == 0);
		}
	}

	private void populateAction(Random random, UUID enrolment) {
		String state = pick(random, "DONE", "DONE", "DONE", "ABANDONED", "ONGOING", "PLANNED", "IDEA");
		Map<String, Object> more = new HashMap<>();
		LocalDate start = START.plusDays(random.nextInt(330));
		boolean told = random.nextBoolean();
		if (told || state.equals("DONE")) {
			more.put("starts_on", start);
		}
		if (random.nextBoolean()) {
			more.put("ends_on", start.plusDays(random.nextInt(40)));
		}
		more.put("logged_at", start.atTime(random.nextInt(24), 30));
		if (random.nextInt(4) > 0) {
			more.put("level_id", this.world.levels.get(random.nextInt(this.world.levels.size())));
		}
		int reached = random.nextInt(200);
		if (random.nextInt(4) > 0) {
			more.put("people_reached", reached);
		}
		if (random.nextInt(4) > 0) {
			more.put("people_involved", random.nextInt(reached + 1));
		}
		if (random.nextInt(3) > 0) {
			int quarters = random.nextInt(100);
			int volunteer = random.nextInt(quarters + 1);
			more.put("contributed_hours", BigDecimal.valueOf(quarters * 25L, 2));
			more.put("volunteer_hours", BigDecimal.valueOf(volunteer * 25L, 2));
			if (random.nextInt(5) > 0) {
				more.put("valued_rate", new BigDecimal("11.88"));
				more.put("valued_amount",
						BigDecimal.valueOf(volunteer * 25L, 2)
							.multiply(new BigDecimal("11.88"))
							.setScale(2, java.math.RoundingMode.HALF_UP));
			}
		}
		more.put("shared_bilan", random.nextBoolean());
		this.world.action(enrolment, state, more);
	}

	@SafeVarargs
	private static <T extends @Nullable Object> T pick(Random random, T... choices) {
		return choices[random.nextInt(choices.length)];
	}

}
