package fr.faireavec.bilans;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a funder reads of a parcours over a period, both days included; F1 to F19 of the
 * domain. Figures about structures are shown however small; none is about one person. F6
 * is not here: it belongs to the animation, see {@link BilanFigures#peoplePresence}.
 * <p>
 * What falls in the period: a half-day by its own day, a collective session by the day it
 * begins, an individual meeting by its day, a DONE action by its end, else its start. An
 * enrolment is active in the period when it is active on one of its days (a withdrawal
 * day is no longer active; nor is a day away, until the one it came back). States are
 * those of the day the figures are drawn.
 *
 * @param format of this record, raised when a reader of older ones needs to know
 * @param formula raised when one of the formulas below changes
 * @param from first day of the period
 * @param to last day of the period
 * @param structures F1, F2, F7, F8, F19
 * @param sessions F3, and F7 day by day
 * @param meetings F4
 * @param people F5, F9
 * @param actions F10
 * @param serviceUsers F11, F12; null where the framework does not ask (« sans objet »)
 * @param involvement F13; null where the framework has no scale (« sans objet »)
 * @param hours F15
 * @param targets what each convention promised, whatever its own period
 * @param territories the same for the structures of the départements of some funders;
 * none until format 5, which did not tell them, nor where they cover everybody
 * @param former what was published of the period before; null without one, and until
 * format 5
 */
public record Figures(int format, int formula, LocalDate from, LocalDate to, Structures structures, Sessions sessions,
		Meetings meetings, People people, Actions actions, @Nullable ServiceUsers serviceUsers,
		@Nullable Involvement involvement, Hours hours, List<Target> targets, List<Territory> territories,
		@Nullable Former former) {

	public Figures {
		targets = List.copyOf(targets);
		territories = List.copyOf(Objects.requireNonNullElse(territories, List.of()));
	}

	/** Those of a whole cohort, beside nothing. */
	Figures(int format, int formula, LocalDate from, LocalDate to, Structures structures, Sessions sessions,
			Meetings meetings, People people, Actions actions, @Nullable ServiceUsers serviceUsers,
			@Nullable Involvement involvement, Hours hours, List<Target> targets) {
		this(format, formula, from, to, structures, sessions, meetings, people, actions, serviceUsers, involvement,
				hours, targets, List.of(), null);
	}

	/** The same, beside others. */
	Figures beside(List<Territory> some, @Nullable Former before) {
		return new Figures(this.format, this.formula, this.from, this.to, this.structures, this.sessions, this.meetings,
				this.people, this.actions, this.serviceUsers, this.involvement, this.hours, this.targets, some, before);
	}

	/** The numbers alone, to be put beside others: no day, no structure is named. */
	Figures numbers() {
		return new Figures(this.format, this.formula, this.from, this.to, this.structures,
				new Sessions(this.sessions.held(), this.sessions.cancelled(), List.of()), this.meetings, this.people,
				this.actions, this.serviceUsers, (this.involvement != null) ? new Involvement(this.involvement.beyond(),
						this.involvement.withoutLevel(), this.involvement.levels(), List.of()) : null,
				this.hours, List.of());
	}

	/**
	 * The structures.
	 *
	 * @param enrolled enrolments active in the period
	 * @param engaged F1: enrolments of which somebody was PRESENT at one half-day of the
	 * period or more, the session not being cancelled, or which a guest represented at a
	 * HELD session of the period
	 * @param kept F2: COMPLETED enrolments among F1 ÷ F1; null until the parcours is
	 * closed. A structure that never came is not counted as kept
	 * @param presence F7: over the HELD sessions of the period, Σ structures active that
	 * day with one person PRESENT at a half-day of it, or a guest representing them ÷ Σ
	 * structures active that day
	 * @param steady F8: structures present, as F7 says it, at 80 % or more of the HELD
	 * sessions of the period ÷ F1; 0 ÷ 0 when none was held. Days before a structure came
	 * in count against it
	 * @param profile F19, over the enrolments active in the period
	 */
	public record Structures(int enrolled, int engaged, @Nullable Rate kept, Rate presence, Rate steady,
			Profile profile) {
	}

	/** F19: structures by département, legal form and sector, as at their enrolment. */
	public record Profile(List<Share> departements, List<Share> legalForms, List<Share> sectors) {

		public Profile {
			departements = List.copyOf(departements);
			legalForms = List.copyOf(legalForms);
			sectors = List.copyOf(sectors);
		}

	}

	/**
	 * How many structures share a trait, the most frequent first; an empty trait was
	 * never told.
	 */
	public record Share(String trait, int structures) {
	}

	/**
	 * The collective sessions.
	 *
	 * @param held F3: HELD sessions of the period ÷ all those of the parcours, whatever
	 * their date, the cancelled ones included
	 * @param cancelled of the parcours, whatever their date
	 * @param days every session of the parcours, by rank
	 */
	public record Sessions(Rate held, int cancelled, List<Day> days) {

		public Sessions {
			days = List.copyOf(days);
		}

	}

	/**
	 * One session; the two numbers of F7 are 0 unless it was held within the period.
	 *
	 * @param rank from 1
	 * @param state HELD, CANCELLED, or a state of what is still to come
	 * @param counted held within the period
	 */
	public record Day(int rank, String title, @Nullable LocalDate date, String state, boolean counted, int present,
			int active) {
	}

	/**
	 * The individual meetings.
	 *
	 * @param held F4: HELD meetings of the programme, extra ones apart, that took place
	 * in the period ÷ (F1 × meetings each structure has)
	 * @param noShows of those held, how many nobody of the structure came to
	 * @param extra HELD in the period beyond the programme
	 */
	public record Meetings(Rate held, int noShows, int extra) {
	}

	/**
	 * The people, guests apart.
	 *
	 * @param present F5: distinct people PRESENT at one half-day of the period or more,
	 * the session not being cancelled
	 * @param guests distinct by name and organisation, of the HELD sessions of the
	 * period; as many of one name as there were on one day
	 * @param minutes F9: Σ over people PRESENT, of the time each was there, over the
	 * half-days of the period of HELD sessions; lunch is no half-day. Until formula 1 a
	 * half-day counted whole
	 * @param remote of both, what was away from the room; null until format 1, which did
	 * not tell
	 */
	public record People(int present, int guests, long minutes, @Nullable Remote remote) {
	}

	/**
	 * Who was there from elsewhere; at a session held at a distance, everybody was.
	 *
	 * @param people of F5, those who never came to the room in the period
	 * @param minutes of F9
	 */
	public record Remote(int people, long minutes) {
	}

	/**
	 * F10. Each state has its own way into the period: DONE by its end, else its start;
	 * ABANDONED likewise, else the day it was logged; ONGOING when it overlaps the period
	 * (from its start, else the day it was logged, to its end if it has one); IDEA and
	 * PLANNED by the day they were logged. What the structure shares makes no difference.
	 *
	 * @param logged all of them
	 * @param ongoing « engagées »
	 * @param done DONE
	 * @param abandoned with a learning
	 * @param structuresWithDone structures with one DONE or more
	 * @param engagedWithDone those of F1 with one DONE or more ÷ F1
	 * @param awaiting DONE that a facilitator wrote and the pilot has not confirmed yet;
	 * they count
	 */
	public record Actions(int logged, int ongoing, int done, int abandoned, int structuresWithDone,
			Rate engagedWithDone, int awaiting) {
	}

	/**
	 * Usagers, over the DONE actions of the period. Sums: somebody met twice counts
	 * twice.
	 *
	 * @param reached F11: Σ people reached
	 * @param reachedTold in how many actions it was told
	 * @param involved F12: Σ people involved
	 * @param involvedTold in how many actions it was told
	 * @param distinct Σ of what each structure active in the period estimated once, at
	 * the end, for the whole parcours
	 * @param distinctTold how many structures gave an estimate
	 */
	public record ServiceUsers(long reached, int reachedTold, long involved, int involvedTold, long distinct,
			int distinctTold) {

		/** F12 ÷ F11. */
		public Rate involvedAmongReached() {
			return new Rate(this.involved, this.reached);
		}

	}

	/**
	 * F13, over the DONE actions of the period.
	 *
	 * @param beyond with a level flagged beyond concertation ÷ with a level
	 * @param withoutLevel DONE without a level
	 * @param levels the whole scale, in its order, with what the structures aimed at
	 * @param aims what each structure active in the period chose to aim at
	 */
	public record Involvement(Rate beyond, int withoutLevel, List<Level> levels, List<Aim> aims) {

		public Involvement {
			levels = List.copyOf(levels);
			aims = List.copyOf(aims);
		}

	}

	/** A level: DONE actions at it, structures aiming at it. */
	public record Level(String label, boolean beyond, int done, int aimed) {
	}

	/** The level or levels a structure aimed at: a choice, not a mark. */
	public record Aim(String structure, List<String> levels) {

		public Aim {
			levels = List.copyOf(levels);
		}

	}

	/**
	 * F15, over the DONE actions of the period; hours by quarters, euros. The amounts are
	 * those stored with the actions, indicative, for the notes to the accounts of each
	 * structure, never of the network.
	 *
	 * @param contributed Σ hours
	 * @param volunteer of which given by volunteers
	 * @param amount Σ stored amounts
	 * @param unpriced volunteer hours without an amount
	 * @param rates the rates used, the lowest first
	 */
	public record Hours(BigDecimal contributed, BigDecimal volunteer, BigDecimal amount, BigDecimal unpriced,
			List<Priced> rates) {

		public Hours {
			rates = List.copyOf(rates);
		}

	}

	/** What was valued at one rate, in euros an hour. */
	public record Priced(BigDecimal rate, BigDecimal hours, BigDecimal amount) {
	}

	/**
	 * The figures of the structures of some départements, as they were at their
	 * enrolment. A person who stands for structures of several counts in each. What is
	 * common to all, F3 and the guests, is that of the whole.
	 *
	 * @param conventions those whose funder has this territory
	 * @param departements their codes, in their order
	 */
	public record Territory(List<UUID> conventions, List<String> departements, Figures figures) {

		public Territory {
			conventions = List.copyOf(conventions);
			departements = List.copyOf(departements);
		}

	}

	/**
	 * What a version published of an earlier period, by the same formulas.
	 *
	 * @param version its number
	 */
	public record Former(int version, Figures figures) {
	}

	/**
	 * « Prévu »: what one convention says of F1, F3, F4, F5 and F10 (DONE actions). Read
	 * by the animation and by the funder it belongs to. Its amount, in euros, its own
	 * days and its funder's logo, known by the SHA-256 of its picture, are null until
	 * format 2, which did not tell them.
	 */
	public record Target(UUID conventionId, String funder, String mention, String number, @Nullable Integer structures,
			@Nullable Integer sessions, @Nullable Integer meetings, @Nullable Integer people, @Nullable Integer actions,
			@Nullable BigDecimal amount, @Nullable LocalDate startsOn, @Nullable LocalDate endsOn,
			@Nullable String logo) {
	}

}
