package fr.faireavec.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.kernel.Identified;
import fr.faireavec.kernel.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * What one person who can be recognised was asked to agree to, and what they said. It
 * counts from their yes to its last day, as long as they do not take it back.
 */
@Entity
@Table(name = "evidence_authorisation")
class Authorisation extends Identified {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "piece_id")
	private EvidencePiece piece;

	private String person;

	private boolean minor;

	private String representative;

	private boolean forCohort;

	private boolean forBilan;

	private boolean forPublic;

	private boolean onPrint;

	private boolean onSite;

	private boolean onNetworks;

	private LocalDate until;

	private String credit;

	// Read by SQL alone.
	@SuppressWarnings("UnusedVariable")
	private Instant askedAt;

	@Enumerated(EnumType.STRING)
	private @Nullable Answer answer;

	private @Nullable Instant answeredAt;

	private String answeredBy = "";

	private @Nullable String paper;

	@SuppressWarnings("NullAway.Init")
	protected Authorisation() {
	}

	/**
	 * @throws Refusal when it cannot be asked like that: a minor without who answers for
	 * them, no purpose, a date too far
	 */
	Authorisation(UUID id, EvidencePiece piece, AuthorisationTerms terms, LocalDate today, Instant at) {
		super(id);
		if (!piece.isRecognisable()) {
			throw new Refusal("evidence.nobody");
		}
		terms.check(today);
		this.piece = piece;
		put(terms, at);
	}

	/** Asks the same person something else; what they said before counts no more. */
	void askAgain(AuthorisationTerms terms, LocalDate today, Instant at) {
		terms.check(today);
		put(terms, at);
		this.answer = null;
		this.answeredAt = null;
		this.answeredBy = "";
		this.paper = null;
	}

	private void put(AuthorisationTerms terms, Instant at) {
		this.person = terms.person();
		this.minor = terms.minor();
		this.representative = terms.representative();
		this.forCohort = terms.purposes().contains(Purpose.COHORT);
		this.forBilan = terms.purposes().contains(Purpose.BILAN);
		this.forPublic = terms.purposes().contains(Purpose.PUBLIC);
		this.onPrint = terms.supports().contains(Support.PRINT);
		this.onSite = terms.supports().contains(Support.SITE);
		this.onNetworks = terms.supports().contains(Support.NETWORKS);
		this.until = terms.until();
		this.credit = terms.credit();
		this.askedAt = at;
	}

	/**
	 * They agree.
	 * @param by who says so: themselves, or who answers for a minor
	 * @throws Refusal when nobody says who they are, or its last day is over
	 */
	void give(String by, LocalDate today, Instant at) {
		if (by.isBlank()) {
			throw Refusal.of("by", "evidence.by.needed");
		}
		if (this.until.isBefore(today)) {
			throw new Refusal("evidence.over");
		}
		this.answer = Answer.GIVEN;
		this.answeredAt = at;
		this.answeredBy = by.strip();
	}

	/** A form signed on paper says so. */
	void giveOnPaper(String picture, LocalDate today, Instant at) {
		give(this.minor ? this.representative : this.person, today, at);
		this.paper = picture;
	}

	/** They do not agree, or no longer. */
	void decline(Instant at) {
		this.answer = (this.answer == Answer.GIVEN || this.answer == Answer.WITHDRAWN) ? Answer.WITHDRAWN
				: Answer.REFUSED;
		this.answeredAt = at;
	}

	AuthorisationTerms getTerms() {
		Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
		add(purposes, this.forCohort, Purpose.COHORT);
		add(purposes, this.forBilan, Purpose.BILAN);
		add(purposes, this.forPublic, Purpose.PUBLIC);
		Set<Support> supports = EnumSet.noneOf(Support.class);
		add(supports, this.onPrint, Support.PRINT);
		add(supports, this.onSite, Support.SITE);
		add(supports, this.onNetworks, Support.NETWORKS);
		return new AuthorisationTerms(this.person, this.minor, this.representative, purposes, supports, this.until,
				this.credit);
	}

	private static <T> void add(Set<T> to, boolean whether, T one) {
		if (whether) {
			to.add(one);
		}
	}

	/** Whether it counts on that day. */
	boolean stands(LocalDate day) {
		return this.answer == Answer.GIVEN && !this.until.isBefore(day);
	}

	EvidencePiece getPiece() {
		return this.piece;
	}

	LocalDate getUntil() {
		return this.until;
	}

	/** Null while nothing was said. */
	@Nullable Answer getAnswer() {
		return this.answer;
	}

	@Nullable Instant getAnsweredAt() {
		return this.answeredAt;
	}

	String getAnsweredBy() {
		return this.answeredBy;
	}

	/** The picture of the form that was signed. */
	@Nullable String getPaper() {
		return this.paper;
	}

}
