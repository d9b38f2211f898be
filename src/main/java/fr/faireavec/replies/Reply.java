package fr.faireavec.replies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.CleanText;
import fr.faireavec.kernel.Identified;
import fr.faireavec.kernel.PersonName;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.sessions.CollectiveSession;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/**
 * What one person expected on a day says of coming; asked of, and silent, while there is
 * no answer. It was said of that date: moved to another day, one is asked again.
 */
@Entity
class Reply extends Identified {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private CollectiveSession session;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Person person;

	private LocalDate day;

	@Enumerated(EnumType.STRING)
	private @Nullable Answer answer;

	private String replacementName = "";

	private String replacementOrganisation = "";

	private String meals = "";

	private String access = "";

	@Enumerated(EnumType.STRING)
	private @Nullable AnswerWay how;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "said_by")
	private @Nullable Person saidBy;

	private @Nullable Instant saidAt;

	private @Nullable LocalDate askedOn;

	@SuppressWarnings("NullAway.Init")
	protected Reply() {
	}

	Reply(UUID id, CollectiveSession session, Person person, LocalDate day) {
		super(id);
		this.session = session;
		this.person = person;
		this.day = day;
	}

	/**
	 * What a meal or a seat was asked for goes with whom it was asked for.
	 * @throws Refusal when nobody is named who would come in their place
	 */
	void say(Said said, LocalDate of, AnswerWay way, Person by, Instant at) {
		boolean replaced = said.answer() == Answer.REPLACED;
		boolean another = replaced != (this.answer == Answer.REPLACED);
		String name = replaced ? name(said) : "";
		if (replaced && name.isEmpty()) {
			throw Refusal.of("name", "replies.name.needed");
		}
		this.replacementName = name;
		this.replacementOrganisation = replaced ? line(said.organisation(), this.replacementOrganisation) : "";
		this.meals = line(said.meals(), another ? "" : this.meals);
		this.access = line(said.access(), another ? "" : this.access);
		this.answer = said.answer();
		this.day = of;
		this.how = way;
		this.saidBy = by;
		this.saidAt = at;
	}

	/** Whether that is what it says already. */
	boolean says(Said said, LocalDate of) {
		return standsOn(of) && said.answer() == this.answer && same(said.name(), this.replacementName)
				&& same(said.organisation(), this.replacementOrganisation) && same(said.meals(), this.meals)
				&& same(said.access(), this.access);
	}

	private static boolean same(@Nullable String said, String kept) {
		return said == null || said.equals(kept);
	}

	private String name(Said said) {
		return (said.name() != null) ? PersonName.withFunction("name", said.name()) : this.replacementName;
	}

	private static String line(@Nullable String said, String kept) {
		return (said != null) ? CleanText.line(said) : kept;
	}

	/** Somebody is asked again to answer for that day. */
	void ask(LocalDate of, LocalDate today) {
		if (!this.day.equals(of)) {
			this.day = of;
			this.answer = null;
			this.how = null;
			this.saidBy = null;
			this.saidAt = null;
			this.replacementName = "";
			this.replacementOrganisation = "";
		}
		this.askedOn = today;
	}

	boolean wasAskedOn(LocalDate today) {
		return today.equals(this.askedOn);
	}

	/** Whether it answers for that date. */
	boolean standsOn(LocalDate date) {
		return this.answer != null && this.day.equals(date);
	}

	CollectiveSession getSession() {
		return this.session;
	}

	Person getPerson() {
		return this.person;
	}

	LocalDate getDay() {
		return this.day;
	}

	@Nullable Answer getAnswer() {
		return this.answer;
	}

	String getReplacementName() {
		return this.replacementName;
	}

	String getReplacementOrganisation() {
		return this.replacementOrganisation;
	}

	String getMeals() {
		return this.meals;
	}

	String getAccess() {
		return this.access;
	}

	@Nullable AnswerWay getHow() {
		return this.how;
	}

	@Nullable Person getSaidBy() {
		return this.saidBy;
	}

	@Nullable Instant getSaidAt() {
		return this.saidAt;
	}

	@Nullable LocalDate getAskedOn() {
		return this.askedOn;
	}

}
