package fr.faireavec.sequences;

import java.util.List;

import org.junit.jupiter.api.Test;

import static fr.faireavec.sequences.Poll.daysOf;
import static fr.faireavec.sequences.Poll.id;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each rule by itself. What is compared later would have it the other way round, and so
 * would the dates: each right answer is the later one.
 */
class SequenceRulesTests {

	@Test
	void whoIsServedWorstComesFirst() {
		Poll poll = Poll.of("a b", "f1");
		poll.day(poll.option(0, "a1+ a2+")).day(poll.option(30, "a1+ a2+"), poll.option(31, "b1~"));
		assertThat(poll.best()).containsExactly(0L, 31L);
	}

	@Test
	void thenDaysWithEverybody() {
		Poll poll = Poll.of("a b c", "f1").spaced(28, 28);
		poll.day(poll.option(0, "a1+ b1+ b2+"), poll.option(1, "a1~ b1~ c1~"))
			.day(poll.option(28, "b1+ b2+ c1+"), poll.option(29, "b1~"));
		assertThat(poll.best()).containsExactly(1L, 29L);
	}

	@Test
	void thenStructures() {
		Poll poll = Poll.of("a b c", "f1");
		poll.day(poll.option(0, "a1+ a2+ a3+ c1-"), poll.option(1, "a1~ b1~"));
		assertThat(poll.best()).containsExactly(1L);
	}

	@Test
	void thenPeople() {
		Poll poll = Poll.of("a b", "f1");
		poll.day(poll.option(0, "a1+ b1+"), poll.option(1, "a1+ a2+ a3+ b1~"));
		assertThat(poll.best()).containsExactly(1L);
	}

	@Test
	void thenNotRelyingOnWhoWouldRatherNot() {
		Poll poll = Poll.of("a b", "f1 f2");
		poll.day(poll.option(0, "a1~ b1+ b2+"), poll.option(1, "a1+ b1+ f1-"));
		assertThat(poll.best()).containsExactly(1L);
	}

	@Test
	void thenEvenSpacing() {
		Poll poll = Poll.of("a", "f1 f2");
		poll.day(poll.option(0, "a1+"))
			.day(poll.option(25, "a1+"), poll.option(28, "a1+ f1-"))
			.day(poll.option(56, "a1+"));
		assertThat(poll.best()).containsExactly(0L, 28L, 56L);
		assertThat(poll.solved().next().orElseThrow().score().unevenness()).isEqualTo(36);
	}

	@Test
	void thenAllFacilitators() {
		Poll poll = Poll.of("a", "f1 f2");
		poll.day(poll.option(0, "a1+ f1-"), poll.option(1, "a1+")).busy("f2", 0);
		assertThat(poll.solved().best().orElseThrow().score().completeDays()).isOne();
		Poll busy = Poll.of("a", "f1 f2");
		busy.day(busy.option(0, "a1+"), busy.option(1, "a1+")).busy("f2", 0);
		assertThat(busy.best()).containsExactly(1L);
	}

	@Test
	void thenTheEarliest() {
		Poll poll = Poll.of("a", "f1");
		poll.day(poll.option(3, ""), poll.option(2, ""), poll.option(4, ""));
		assertThat(poll.best()).containsExactly(2L);
		assertThat(daysOf(poll.solved().next().orElseThrow())).containsExactly(3L);
	}

	@Test
	void fullDaysFirstMayGiveAnotherSequence() {
		Poll poll = Poll.of("a b", "f1").spaced(28, 28);
		poll.day(poll.option(0, "a1+ b1+"), poll.option(1, "a1+ b1-"))
			.day(poll.option(28, "a1+ b1-"), poll.option(29, "a1- b1+"))
			.day(poll.option(56, "a1+ b1-"), poll.option(57, "a1+ b1-"))
			.day(poll.option(84, "a1+ b1-"), poll.option(85, "a1- b1+"));
		Outcome outcome = poll.solved();
		assertThat(daysOf(outcome.best().orElseThrow())).containsExactly(1L, 29L, 57L, 85L);
		assertThat(daysOf(outcome.otherOrder().orElseThrow())).containsExactly(0L, 28L, 56L, 84L);
		assertThat(outcome.best().orElseThrow().score().worstServed()).isEqualTo(2);
		assertThat(outcome.otherOrder().orElseThrow().score().fullDays()).isOne();
	}

	@Test
	void whoStandsForTwoIsTwoStructuresAndOnePerson() {
		Poll poll = Poll.of("a b", "f1");
		poll.day(poll.option(0, "a1+")).alsoFor("a1", "b");
		Score score = poll.solved().best().orElseThrow().score();
		assertThat(score.structureDays()).isEqualTo(2);
		assertThat(score.yes()).isOne();
	}

	@Test
	void whoHasNoMandateIsNotCounted() {
		Poll poll = Poll.of("a", "f1");
		poll.day(poll.option(0, "a1+ f1+ s1+ x1+"), poll.option(1, "a1- x1+ f1+"));
		assertThat(poll.solved().best().orElseThrow().score()).isEqualTo(new Score(1, 1, 1, 1, 0, 0, 1));
		assertThat(poll.solved().next()).isEmpty();
	}

	@Test
	void aPinnedDayStandsWhoeverRefusesIt() {
		Poll poll = Poll.of("a", "f1");
		poll.pinned(poll.option(0, "a1- f1- s1-")).pinned(poll.option(5, "a1-")).day(poll.option(40, "a1+"));
		assertThat(poll.best()).containsExactly(0L, 5L, 40L);
	}

	@Test
	void spacingThatCannotBeSaysBetweenWhichDays() {
		Poll poll = Poll.of("a", "f1");
		poll.day(poll.option(0, "a1+"), poll.option(3, "a1+")).day(poll.option(17, "a1+"), poll.option(10, "a1+"));
		assertThat(poll.solved().best()).isEmpty();
		assertThat(poll.solved().loosenings())
			.containsExactly(new Loosening(Constraint.TOO_CLOSE, List.of(new Breach(Constraint.TOO_CLOSE, 2, 1, 17))));
		Poll far = Poll.of("a", "f1");
		far.pinned(far.option(0, "")).day(far.option(60, ""), far.option(55, "")).day(far.option(110, ""));
		assertThat(far.solved().loosenings()).containsExactly(new Loosening(Constraint.TOO_FAR,
				List.of(new Breach(Constraint.TOO_FAR, 2, 1, 55), new Breach(Constraint.TOO_FAR, 3, 2, 55))));
	}

	@Test
	void refusalsThatLeaveNothingSayWhose() {
		Poll poll = Poll.of("a b", "f1 f2").spaced(0, 49);
		poll.day(poll.option(0, "a1+ f1- f2-"), poll.option(1, "a1- b1-"), poll.option(2, "s1- a1+"),
				poll.option(3, "f1-"))
			.busy("f2", 3);
		assertThat(poll.solved().loosenings()).extracting(Loosening::constraint)
			.containsExactly(Constraint.FACILITATORS_REFUSE, Constraint.FACILITATORS_BUSY, Constraint.SPEAKER_REFUSES,
					Constraint.EVERYBODY_REFUSES);
		assertThat(poll.solved().loosenings()).allSatisfy((loosening) -> assertThat(loosening.places())
			.containsExactly(new Breach(loosening.constraint(), 1, 0, 0)));
	}

	@Test
	void whenNoRuleIsEnoughAloneSaysWhichAreTogether() {
		Poll poll = Poll.of("a", "f1");
		poll.day(poll.option(0, "a1- s1-")).day(poll.option(7, "a1+"));
		Outcome outcome = poll.solved();
		assertThat(outcome.loosenings()).isEmpty();
		assertThat(outcome.together()).containsExactly(new Breach(Constraint.SPEAKER_REFUSES, 1, 0, 0),
				new Breach(Constraint.EVERYBODY_REFUSES, 1, 0, 0), new Breach(Constraint.TOO_CLOSE, 2, 1, 7));
	}

	@Test
	void aDayWithoutADateIsSaid() {
		Poll poll = Poll.of("a", "f1");
		poll.day(poll.option(0, "a1+")).day();
		assertThat(poll.solved().loosenings()).containsExactly(
				new Loosening(Constraint.NOTHING_PROPOSED, List.of(new Breach(Constraint.NOTHING_PROPOSED, 2, 0, 0))));
	}

	@Test
	void whatIsMovedByHandIsPricedWhateverItBreaks() {
		Poll poll = Poll.of("a b", "f1");
		Candidate held = poll.option(0, "a1+");
		Candidate other = poll.option(2, "a1- b1-");
		Candidate after = poll.option(50, "a1+ b1+");
		Candidate never = poll.option(1, "f1- s1-");
		poll.pinned(held).day(after).day(other).busy("f1", 1);
		Scored scored = BestSequence.score(poll.problem(), List.of(never, after, other));
		assertThat(scored.breaches()).containsExactly(new Breach(Constraint.FACILITATORS_REFUSE, 1, 0, 0),
				new Breach(Constraint.FACILITATORS_BUSY, 1, 0, 0), new Breach(Constraint.SPEAKER_REFUSES, 1, 0, 0),
				new Breach(Constraint.PINNED, 1, 0, 0), new Breach(Constraint.ORDER, 3, 2, -48),
				new Breach(Constraint.EVERYBODY_REFUSES, 3, 0, 0));
		assertThat(scored.score().structureDays()).isEqualTo(2);
	}

	@Test
	void eachDaySaysWhy() {
		Poll poll = Poll.of("a b c", "f1");
		Candidate worse = poll.option(0, "a1- a2- b1+ c1+ c2+ f1-");
		Candidate better = poll.option(1, "a1+ a2- b1~ c1- c2-");
		poll.day(better, worse).alsoFor("b1", "b");
		DayReading day = BestSequence.score(poll.problem(), List.of(better)).days().getFirst();
		assertThat(day.represented()).containsExactly(id("a"), id("b"));
		assertThat(day.missing()).containsExactly(id("c"));
		assertThat(day.reliedOn()).containsExactly(id("b"));
		assertThat(day.structures()).isEqualTo(3);
		assertThat(day.yes()).isOne();
		assertThat(day.asked()).isEqualTo(5);
		assertThat(day.alternatives()).containsExactly(new DayReading.Alternative(worse, List.of(id("a")),
				List.of(id("c")), List.of(Constraint.FACILITATORS_REFUSE)));
	}

}
