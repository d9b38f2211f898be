package fr.faireavec.taxonomies;

import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.OnceOnly;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Zones;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the hourly rates. What actions were priced with is stored with them: nothing here
 * reaches it.
 */
@Component
@Transactional
public class RateKeeping {

	private final HourlyRates rates;

	private final PricedHours priced;

	private final OnceOnly onceOnly;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	RateKeeping(HourlyRates rates, PricedHours priced, OnceOnly onceOnly, ApplicationEventPublisher events,
			Clock clock) {
		this.rates = rates;
		this.priced = priced;
		this.onceOnly = onceOnly;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Adds a rate; the same form sent twice adds one.
	 * @throws Refusal when another starts on its day
	 */
	public void add(UUID key, RateTerms terms) {
		UUID id = this.onceOnly.idOf(key, "rate", terms);
		if (this.rates.existsById(id)) {
			return;
		}
		requireLikely(terms.validFrom());
		requireFreeDay(id, terms.validFrom());
		note("rate.added", this.rates.saveAndFlush(new HourlyRate(id, terms)), noted(null, terms));
	}

	/**
	 * Corrects a rate.
	 * @throws Refusal once an action was priced with it: then a new one is due
	 */
	public void correct(UUID id, int version, RateTerms terms) {
		HourlyRate rate = at(id);
		rate.requireVersion(version);
		if (this.priced.usedRates().contains(id)) {
			throw new Refusal("taxonomies.rate.used");
		}
		requireLikely(terms.validFrom());
		if (!rate.isRetired()) {
			requireFreeDay(id, terms.validFrom());
		}
		Changes changes = noted(rate.getTerms(), terms);
		rate.agree(terms);
		this.rates.saveAndFlush(rate);
		if (!changes.isEmpty()) {
			note("rate.corrected", rate, changes);
		}
	}

	/** Prices nothing more with it. */
	public void retire(UUID id) {
		HourlyRate rate = at(id);
		if (!rate.isRetired()) {
			rate.retire(today());
			note("rate.retired", rate, Changes.none());
		}
	}

	public void restore(UUID id) {
		HourlyRate rate = at(id);
		if (rate.isRetired()) {
			requireFreeDay(id, rate.getTerms().validFrom());
			rate.restore();
			this.rates.saveAndFlush(rate);
			note("rate.restored", rate, Changes.none());
		}
	}

	private void requireLikely(LocalDate day) {
		DayKind.COURSE.require("validFrom", day, today());
	}

	private LocalDate today() {
		return LocalDate.now(this.clock.withZone(Zones.PARIS));
	}

	private void requireFreeDay(UUID id, LocalDate day) {
		if (this.rates.anotherStartsOn(day, id)) {
			throw Refusal.of("validFrom", "taxonomies.rate.sameDay", day);
		}
	}

	private HourlyRate at(UUID id) {
		return this.rates.findById(id).orElseThrow(NotFound::new);
	}

	private static Changes noted(@Nullable RateTerms before, RateTerms after) {
		return Changes.none()
			.note("label", (before != null) ? before.label() : null, after.label())
			.note("eurosPerHour", (before != null) ? before.eurosPerHour().toPlainString() : null,
					after.eurosPerHour().setScale(2, RoundingMode.HALF_UP).toPlainString())
			.note("validFrom", (before != null) ? before.validFrom() : null, after.validFrom())
			.note("source", (before != null) ? before.source() : null, after.source());
	}

	private void note(String what, HourlyRate rate, Changes changes) {
		this.events.publishEvent(new Noted(what, rate.getId(), null, rate.getTerms().label(), changes));
	}

}
