package fr.faireavec.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.journal.ActionDetails.Hours;
import fr.faireavec.journal.ActionDetails.Outcome;
import fr.faireavec.journal.ActionDetails.Sharing;
import fr.faireavec.journal.ActionDetails.What;
import fr.faireavec.journal.ActionDetails.When;
import fr.faireavec.journal.ActionDetails.Who;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.taxonomies.Taxonomy;
import fr.faireavec.taxonomies.TaxonomyEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** The rules of an action: 7, 8, and what a framework asks. */
class LoggedActionTests {

	private static final LocalDate MARCH = LocalDate.of(2026, 3, 14);

	private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

	private final TaxonomyEntry theme = entry(Taxonomy.THEME, "Faire commun");

	private final TaxonomyEntry level = entry(Taxonomy.LEVEL, "Co-construction");

	private final TaxonomyEntry lever = entry(Taxonomy.LEVER, "Aller-vers");

	private final TaxonomyEntry role = entry(Taxonomy.ROLE, "Acteur");

	private final ActionChoices choices = new ActionChoices(true,
			List.of(this.theme, this.level, this.lever, this.role), List.of());

	private final LoggedAction action = draft(ActionDraft.titled("Un café des idées"));

	@Test
	void aDraftNeedsOnlyATitle() {
		assertThat(this.action.getState()).isEqualTo(ActionState.IDEA);
		assertThat(this.action.getTitle()).isEqualTo("Un café des idées");
		assertThat(this.action.getDetails().sharing()).isEqualTo(Sharing.PRIVATE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "\n" })
	void aDraftNeedsATitle(String title) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> draft(ActionDraft.titled(title)))
			.matches((refusal) -> "title".equals(refusal.field()));
	}

	@ParameterizedTest
	@EnumSource(names = { "DONE", "ABANDONED" })
	void aDraftIsNotOver(ActionState over) {
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> draft(new ActionDraft("Un café", over, "", null, null)))
			.matches((refusal) -> "state".equals(refusal.field()));
	}

	@ParameterizedTest
	@EnumSource(names = { "IDEA", "PLANNED", "ONGOING" })
	void aDraftMayBeFurtherThanAnIdea(ActionState state) {
		assertThat(draft(new ActionDraft("Un café", state, "", this.theme.getId(), null)).getState()).isEqualTo(state);
	}

	@Test
	void aDraftTakesNoForeignThemeNorUnknownSession() {
		assertThat(fields(catchThrowableOfType(Refusal.class,
				() -> draft(new ActionDraft("Un café", null, "", this.lever.getId(), 5)))))
			.containsExactly("theme", "session");
	}

	@Test
	void doneAsksForADateAndALearning() {
		assertThat(refused(idea().with(new When(ActionState.DONE, null, null, null)))).containsExactly("learning",
				"startsOn");
		assertThat(refused(done().with(new When(ActionState.DONE, null, null, null)))).containsExactly("startsOn");
		assertThat(refused(done().with(Outcome.learnt(" \n ")))).containsExactly("learning");
		revise(done());
		assertThat(this.action.getState()).isEqualTo(ActionState.DONE);
	}

	@Test
	void oneDateIsEnoughWhicheverItIs() {
		revise(done().with(new When(ActionState.DONE, null, MARCH, null)));
		assertThat(this.action.getState()).isEqualTo(ActionState.DONE);
	}

	@Test
	void abandonedAsksForItsLearningAlone() {
		When abandoned = new When(ActionState.ABANDONED, null, null, null);
		assertThat(refused(idea().with(abandoned))).containsExactly("learning");
		revise(idea().with(abandoned).with(Outcome.learnt("Trop tôt dans la saison.")));
		assertThat(this.action.getState()).isEqualTo(ActionState.ABANDONED);
	}

	@Test
	void aRefusalChangesNothing() {
		ActionDetails before = this.action.getDetails();
		refused(done().with(What.titled("Autre chose")).with(new Who(Set.of(), Set.of(), 3, 4)));
		assertThat(this.action.getDetails()).isEqualTo(before);
	}

	@Test
	void whatIsOverCanOnlyBeReopened() {
		revise(done());
		assertThat(refused(done().with(new When(ActionState.ABANDONED, MARCH, null, null)))).containsExactly("state");
		assertThat(refused(done().with(new When(ActionState.IDEA, MARCH, null, null)))).containsExactly("state");
		revise(done().with(new When(ActionState.ONGOING, MARCH, null, null)));
		assertThat(this.action.getState()).isEqualTo(ActionState.ONGOING);
	}

	@Test
	void theEndNeverComesBeforeTheStart() {
		assertThat(refused(dated(MARCH, MARCH.minusDays(1)))).containsExactly("endsOn");
		revise(dated(MARCH, MARCH));
	}

	@Test
	void datesAreOfThisCentury() {
		assertThat(refused(dated(LocalDate.of(1026, 3, 14), LocalDate.of(20026, 3, 14)))).containsExactly("startsOn",
				"endsOn");
	}

	@Test
	void neverMoreInvolvedThanReached() {
		assertThat(refused(idea().with(people(11, 12)))).containsExactly("peopleInvolved");
		revise(idea().with(people(12, 12)));
		revise(idea().with(people(null, 12)));
		revise(idea().with(people(12, null)));
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 100_001, Integer.MIN_VALUE, Integer.MAX_VALUE })
	void peopleAreCountedFromZeroToAHundredThousand(int people) {
		assertThat(refused(idea().with(people(people, null)))).containsExactly("peopleReached");
	}

	@Test
	void peopleAreRefusedWhereTheFrameworkDoesNotAsk() {
		ActionChoices silent = new ActionChoices(false, List.of(), List.of());
		assertThat(fields(catchThrowableOfType(Refusal.class,
				() -> this.action.revise(idea().with(people(12, 6)), silent, TODAY, (day) -> Optional.empty()))))
			.containsExactly("peopleReached", "peopleInvolved");
	}

	@ParameterizedTest
	@CsvSource({ "-0.25, ", "0.1, ", "2.333, ", "1000000, ", "2, 2.1", "2, -1" })
	void hoursAreCountedByQuarters(BigDecimal contributed, @Nullable BigDecimal volunteer) {
		assertThat(refused(idea().with(new Hours(contributed, volunteer))))
			.containsOnly((volunteer == null) ? "contributedHours" : "volunteerHours");
	}

	@Test
	void volunteerHoursArePartOfAllHours() {
		assertThat(refused(idea().with(hours("2", "2.25")))).containsExactly("volunteerHours");
		assertThat(refused(idea().with(new Hours(null, BigDecimal.ONE)))).containsExactly("contributedHours");
		revise(idea().with(hours("2.75", "2.75")));
	}

	@Test
	void choicesAreThoseOfTheParcours() {
		UUID foreign = UUID.randomUUID();
		ActionDetails details = idea().with(new What("Un café", "", foreign, foreign, Set.of(foreign), foreign))
			.with(new Who(Set.of(foreign), Set.of(this.role.getId(), this.lever.getId()), null, null))
			.with(new Outcome(Set.of(foreign), Set.of(foreign), "", null));
		assertThat(refused(details)).containsExactlyInAnyOrder("theme", "level", "levers", "instrument", "serviceUsers",
				"roles", "recognitions", "effects");
	}

	@Test
	void aLevelNeedsAScale() {
		ActionChoices flat = new ActionChoices(true, List.of(this.theme), List.of());
		ActionDetails levelled = idea().with(new What("Un café", "", null, this.level.getId(), Set.of(), null));
		assertThat(fields(catchThrowableOfType(Refusal.class,
				() -> this.action.revise(levelled, flat, TODAY, (day) -> Optional.empty()))))
			.containsExactly("level");
	}

	@Test
	void keepsWhatIsNoLongerOffered() {
		ActionDetails chosen = idea()
			.with(new What("Un café", "", this.theme.getId(), this.level.getId(), Set.of(this.lever.getId()), null));
		revise(chosen);
		ActionChoices since = new ActionChoices(true, List.of(), List.of()).keeping(this.action);
		this.action.revise(chosen, since, TODAY, (day) -> Optional.empty());
		assertThat(this.action.getTheme()).isEqualTo(this.theme);
		assertThat(this.action.chosen(Taxonomy.LEVER)).containsExactly(this.lever);
	}

	@Test
	void volunteerHoursArePricedAtTheRateOfTheEnd() {
		LocalDate april = MARCH.plusMonths(1);
		revise(done().with(new When(ActionState.DONE, MARCH, april, null)).with(hours("18", "2.25")));
		assertThat(this.action.getValuedRate()).isEqualTo(rate(april));
		// 2,25 × 12,04 = 27,09
		assertThat(this.action.getValuedAmount()).isEqualTo("27.09");
	}

	@Test
	void elseAtTheRateOfTheStart() {
		revise(done().with(hours("18", "0.25")));
		// 0,25 × 12,02 = 3,005: half up to the cent.
		assertThat(this.action.getValuedAmount()).isEqualTo("3.01");
	}

	@Test
	void nothingIsPricedWithoutVolunteersOrBeforeItIsDone() {
		revise(done().with(new Hours(BigDecimal.TEN, null)));
		assertThat(this.action.getValuedAmount()).isNull();
		revise(done().with(hours("10", "10")).with(new When(ActionState.ONGOING, MARCH, null, null)));
		assertThat(this.action.getValuedAmount()).isNull();
	}

	@Test
	void nothingIsPricedBeforeTheFirstRate() {
		this.action.revise(done().with(hours("10", "10")), this.choices, TODAY, (day) -> Optional.empty());
		assertThat(this.action.getValuedRate()).isNull();
		assertThat(this.action.getValuedAmount()).isNull();
	}

	@Test
	void reopeningTakesTheAmountBack() {
		revise(done().with(hours("10", "10")));
		assertThat(this.action.getValuedAmount()).isNotNull();
		revise(done().with(hours("10", "10")).with(new When(ActionState.ONGOING, MARCH, null, null)));
		assertThat(this.action.getValuedAmount()).isNull();
	}

	@Test
	void writtenForAStructureItAwaitsItsPilot() {
		this.action.awaitPilot();
		assertThat(this.action.isAwaitingPilot()).isTrue();
		Person pilot = mock(Person.class);
		this.action.confirm(pilot, Instant.EPOCH);
		assertThat(this.action.isAwaitingPilot()).isFalse();
		assertThat(this.action.getConfirmedBy()).isSameAs(pilot);
	}

	private ActionDetails idea() {
		return ActionDetails.titled("Un café des idées");
	}

	private ActionDetails done() {
		return idea().with(new When(ActionState.DONE, MARCH, null, null))
			.with(Outcome.learnt("Le matin, les parents viennent."));
	}

	@Test
	void whatIsDoneIsDoneToday() {
		LocalDate tomorrow = TODAY.plusDays(1);
		assertThat(refused(dated(LocalDate.of(26, 3, 14), LocalDate.of(2062, 3, 14)))).containsExactly("startsOn",
				"endsOn");
		assertThat(refused(done().with(new When(ActionState.DONE, null, tomorrow, null)))).containsExactly("endsOn");
		assertThat(refused(done().with(new When(ActionState.DONE, tomorrow, null, null)))).containsExactly("startsOn");
		revise(done().with(new When(ActionState.DONE, MARCH, TODAY, null)));
	}

	private ActionDetails dated(LocalDate start, LocalDate end) {
		return idea().with(new When(ActionState.PLANNED, start, end, null));
	}

	private static Who people(@Nullable Integer reached, @Nullable Integer involved) {
		return new Who(Set.of(), Set.of(), reached, involved);
	}

	private static Hours hours(String contributed, String volunteer) {
		return new Hours(new BigDecimal(contributed), new BigDecimal(volunteer));
	}

	private void revise(ActionDetails details) {
		this.action.revise(details, this.choices, TODAY, (day) -> Optional.of(rate(day)));
	}

	/** 12,02 in March, 12,04 from April on. */
	private static BigDecimal rate(LocalDate day) {
		return new BigDecimal(day.isAfter(MARCH) ? "12.04" : "12.02");
	}

	private List<String> refused(ActionDetails details) {
		return fields(catchThrowableOfType(Refusal.class, () -> revise(details)));
	}

	private static List<String> fields(Refusal refusal) {
		return Stream.concat(Stream.of(refusal), Stream.of(refusal.getSuppressed()).map(Refusal.class::cast))
			.map(Refusal::field)
			.toList();
	}

	private LoggedAction draft(ActionDraft draft) {
		Enrolment enrolment = mock();
		given(enrolment.getParcours()).willReturn(mock());
		return new LoggedAction(Ids.next(), enrolment, draft, this.choices, mock(Person.class), Instant.EPOCH);
	}

	private static TaxonomyEntry entry(Taxonomy taxonomy, String label) {
		return new TaxonomyEntry(Ids.next(), taxonomy, label, 1);
	}

}
