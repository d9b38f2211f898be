package fr.faireavec.demo;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.faireavec.journal.ActionDetails;
import fr.faireavec.journal.ActionState;
import fr.faireavec.journal.KeptOn;
import fr.faireavec.journal.OwnWords;
import fr.faireavec.taxonomies.Taxonomy;
import org.jspecify.annotations.Nullable;

/** An invented action, told bit by bit. Hours as text, by quarter hour. */
record DemoAction(String title, String description, ActionState state, @Nullable String theme, @Nullable String level,
		Set<String> levers, @Nullable LocalDate startsOn, @Nullable LocalDate endsOn, @Nullable Integer reached,
		@Nullable Integer involved, @Nullable String contributed, @Nullable String volunteer, String learning,
		Set<String> effects, boolean shared, OwnWords own) {

	static DemoAction idea(String title) {
		return new DemoAction(title, "", ActionState.IDEA, null, null, Set.of(), null, null, null, null, null, null, "",
				Set.of(), false, OwnWords.NONE);
	}

	DemoAction about(String newTheme, @Nullable String newLevel, String... newLevers) {
		return new DemoAction(this.title, this.description, this.state, newTheme, newLevel, Set.of(newLevers),
				this.startsOn, this.endsOn, this.reached, this.involved, this.contributed, this.volunteer,
				this.learning, this.effects, this.shared, this.own);
	}

	DemoAction told(String newDescription) {
		return new DemoAction(this.title, newDescription, this.state, this.theme, this.level, this.levers,
				this.startsOn, this.endsOn, this.reached, this.involved, this.contributed, this.volunteer,
				this.learning, this.effects, this.shared, this.own);
	}

	DemoAction planned(LocalDate from) {
		return becomes(ActionState.PLANNED, from, null);
	}

	DemoAction ongoing(LocalDate from) {
		return becomes(ActionState.ONGOING, from, null);
	}

	DemoAction done(LocalDate from, LocalDate to, int nowReached, int nowInvolved, String hours, String volunteers) {
		return becomes(ActionState.DONE, from, to).with(nowReached, nowInvolved, hours, volunteers);
	}

	DemoAction abandoned(LocalDate from) {
		return becomes(ActionState.ABANDONED, from, null);
	}

	DemoAction learnt(String newLearning, String... newEffects) {
		return new DemoAction(this.title, this.description, this.state, this.theme, this.level, this.levers,
				this.startsOn, this.endsOn, this.reached, this.involved, this.contributed, this.volunteer, newLearning,
				Set.of(newEffects), this.shared, this.own);
	}

	DemoAction shares() {
		return new DemoAction(this.title, this.description, this.state, this.theme, this.level, this.levers,
				this.startsOn, this.endsOn, this.reached, this.involved, this.contributed, this.volunteer,
				this.learning, this.effects, true, this.own);
	}

	/** What no list offers. */
	DemoAction saying(OwnWords words) {
		return new DemoAction(this.title, this.description, this.state, this.theme, this.level, this.levers,
				this.startsOn, this.endsOn, this.reached, this.involved, this.contributed, this.volunteer,
				this.learning, this.effects, this.shared, words);
	}

	private DemoAction becomes(ActionState next, LocalDate from, @Nullable LocalDate to) {
		return new DemoAction(this.title, this.description, next, this.theme, this.level, this.levers, from, to,
				this.reached, this.involved, this.contributed, this.volunteer, this.learning, this.effects, this.shared,
				this.own);
	}

	private DemoAction with(int nowReached, int nowInvolved, String hours, String volunteers) {
		return new DemoAction(this.title, this.description, this.state, this.theme, this.level, this.levers,
				this.startsOn, this.endsOn, nowReached, nowInvolved, hours, volunteers, this.learning, this.effects,
				this.shared, this.own);
	}

	boolean isOnlyATitle() {
		return this.state == ActionState.IDEA && this.theme == null && this.description.isEmpty();
	}

	ActionDetails details(BiFunction<Taxonomy, String, UUID> entry) {
		return new ActionDetails(
				new ActionDetails.What(this.title, this.description, id(entry, Taxonomy.THEME, this.theme),
						id(entry, Taxonomy.LEVEL, this.level), ids(entry, Taxonomy.LEVER, this.levers.stream()), null),
				new ActionDetails.When(this.state, this.startsOn, this.endsOn, null),
				new ActionDetails.Who(Set.of(), Set.of(), this.reached, this.involved),
				new ActionDetails.Hours(DemoStage.hours(this.contributed), DemoStage.hours(this.volunteer)),
				new ActionDetails.Outcome(Set.of(), ids(entry, Taxonomy.EFFECT, this.effects.stream()), this.learning,
						(this.state == ActionState.DONE) ? KeptOn.TROP_TOT : null),
				DemoStage.shared(this.state, this.shared), this.own);
	}

	private static @Nullable UUID id(BiFunction<Taxonomy, String, UUID> entry, Taxonomy taxonomy,
			@Nullable String label) {
		return (label != null) ? entry.apply(taxonomy, label) : null;
	}

	private static Set<UUID> ids(BiFunction<Taxonomy, String, UUID> entry, Taxonomy taxonomy, Stream<String> labels) {
		return labels.map((label) -> entry.apply(taxonomy, label)).collect(Collectors.toSet());
	}

}
