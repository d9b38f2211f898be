package fr.faireavec.journal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Everything an action says, in the sections of its form. */
public record ActionDetails(What what, When when, Who who, Hours hours, Outcome outcome, Sharing sharing,
		OwnWords own) {

	/** Only a title: an idea. */
	public static ActionDetails titled(String title) {
		return new ActionDetails(What.titled(title), new When(ActionState.IDEA, null, null, null), Who.NOBODY_SAID,
				Hours.NOT_COUNTED, Outcome.NOT_YET, Sharing.PRIVATE, OwnWords.NONE);
	}

	public ActionDetails with(What newWhat) {
		return new ActionDetails(newWhat, this.when, this.who, this.hours, this.outcome, this.sharing, this.own);
	}

	public ActionDetails with(When newWhen) {
		return new ActionDetails(this.what, newWhen, this.who, this.hours, this.outcome, this.sharing, this.own);
	}

	public ActionDetails with(Who newWho) {
		return new ActionDetails(this.what, this.when, newWho, this.hours, this.outcome, this.sharing, this.own);
	}

	public ActionDetails with(Hours newHours) {
		return new ActionDetails(this.what, this.when, this.who, newHours, this.outcome, this.sharing, this.own);
	}

	public ActionDetails with(Outcome newOutcome) {
		return new ActionDetails(this.what, this.when, this.who, this.hours, newOutcome, this.sharing, this.own);
	}

	public ActionDetails with(Sharing newSharing) {
		return new ActionDetails(this.what, this.when, this.who, this.hours, this.outcome, newSharing, this.own);
	}

	public ActionDetails with(OwnWords newOwn) {
		return new ActionDetails(this.what, this.when, this.who, this.hours, this.outcome, this.sharing, newOwn);
	}

	/**
	 * What is tried. Title 120 characters, description 4000; theme, level and levers
	 * among those of the parcours.
	 */
	public record What(String title, String description, @Nullable UUID themeId, @Nullable UUID levelId,
			Set<UUID> leverIds, @Nullable UUID instrumentId) {

		public What {
			leverIds = Set.copyOf(leverIds);
		}

		public static What titled(String title) {
			return new What(title, "", null, null, Set.of(), null);
		}

	}

	/** How far it is, and when; {@code dueBySession} is the rank of a session. */
	public record When(ActionState state, @Nullable LocalDate startsOn, @Nullable LocalDate endsOn,
			@Nullable Integer dueBySession) {
	}

	/** With which usagers; 0 to 100 000 reached and involved, null where nobody knows. */
	public record Who(Set<UUID> serviceUserIds, Set<UUID> roleIds, @Nullable Integer peopleReached,
			@Nullable Integer peopleInvolved) {

		static final Who NOBODY_SAID = new Who(Set.of(), Set.of(), null, null);

		public Who {
			serviceUserIds = Set.copyOf(serviceUserIds);
			roleIds = Set.copyOf(roleIds);
		}

	}

	/**
	 * Hours by quarter hour. Those of people who are paid, or who come for themselves,
	 * are contributed; only those of volunteers are ever priced.
	 */
	public record Hours(@Nullable BigDecimal contributed, @Nullable BigDecimal volunteer) {

		static final Hours NOT_COUNTED = new Hours(null, null);

		private static final BigDecimal SECONDS = BigDecimal.valueOf(3600);

		public Hours {
			contributed = plain(contributed);
			volunteer = plain(volunteer);
		}

		/** The same from times that were spent; a third of an hour to six decimals. */
		public static Hours of(@Nullable Duration contributed, @Nullable Duration volunteer) {
			return new Hours(hours(contributed), hours(volunteer));
		}

		public @Nullable Duration timeContributed() {
			return time(this.contributed);
		}

		public @Nullable Duration timeVolunteered() {
			return time(this.volunteer);
		}

		private static @Nullable BigDecimal hours(@Nullable Duration time) {
			return (time == null) ? null
					: BigDecimal.valueOf(time.toSeconds()).divide(SECONDS, 6, RoundingMode.HALF_UP);
		}

		private static @Nullable Duration time(@Nullable BigDecimal hours) {
			return (hours == null) ? null : Duration.ofSeconds(hours.multiply(SECONDS).longValue());
		}

		private static @Nullable BigDecimal plain(@Nullable BigDecimal hours) {
			if (hours == null) {
				return null;
			}
			BigDecimal stripped = hours.stripTrailingZeros();
			return (stripped.scale() < 0) ? stripped.setScale(0) : stripped;
		}

	}

	/** How the usagers were thanked, what was observed and learnt (3000 characters). */
	public record Outcome(Set<UUID> recognitionIds, Set<UUID> effectIds, String learning, @Nullable KeptOn keptOn) {

		static final Outcome NOT_YET = new Outcome(Set.of(), Set.of(), "", null);

		public Outcome {
			recognitionIds = Set.copyOf(recognitionIds);
			effectIds = Set.copyOf(effectIds);
		}

		/** Only what was learnt. */
		public static Outcome learnt(String learning) {
			return new Outcome(Set.of(), Set.of(), learning, null);
		}

	}

	/**
	 * Three separate agreements: the cohort, the library, the bilan. In the library, the
	 * structure is named only where it says so; {@code news} tells its pilots of who
	 * tries it.
	 */
	@Embeddable
	public record Sharing(@Column(name = "shared_cohort") boolean cohort,
			@Column(name = "shared_library") boolean library, @Column(name = "shared_bilan") boolean bilan,
			@Column(name = "library_named") boolean named, @Column(name = "library_news") boolean news) {

		public static final Sharing PRIVATE = new Sharing(false, false, false);

		public Sharing {
			named = library && named;
			news = library && news;
		}

		/** With the library, without a name. */
		public Sharing(boolean cohort, boolean library, boolean bilan) {
			this(cohort, library, bilan, false, false);
		}

	}

}
