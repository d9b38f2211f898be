package fr.faireavec.polls;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.WaysInChanged;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.Zones;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.passes.Passes;
import fr.faireavec.sessions.SpeakersChanged;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The link by which one person, or who speaks at some days, answers one poll without
 * signing in. Whoever has it reads what is asked and what its owner said, and changes
 * that; nothing of what others said. It opens while that person is asked; what changes
 * about how its owner is written to or comes in ends it.
 */
@Component
@Transactional
public class PollLinks {

	static final String PURPOSE = "polls.answers";

	/** After its last day it still says what became of it. */
	private static final Period AFTER = Period.ofMonths(2);

	/** What came by mail is of whoever read that mailbox. */
	private static final Set<WaysInChanged.Reason> ENDS = Set.of(WaysInChanged.Reason.ADDRESS_CORRECTED,
			WaysInChanged.Reason.ADDRESS_CONFIRMED, WaysInChanged.Reason.ROLE_GIVEN, WaysInChanged.Reason.REUNITED,
			WaysInChanged.Reason.CLOSED, WaysInChanged.Reason.SIGNED_OUT);

	private final Passes passes;

	private final PollReading reading;

	private final AllParcours allParcours;

	private final Accounts accounts;

	private final BaseUrl base;

	private final Clock clock;

	PollLinks(Passes passes, PollReading reading, AllParcours allParcours, Accounts accounts, BaseUrl base,
			Clock clock) {
		this.passes = passes;
		this.reading = reading;
		this.allParcours = allParcours;
		this.accounts = accounts;
		this.base = base;
		this.clock = clock;
	}

	/** The same one as long as it is alive. */
	String linkFor(Askee askee, PollSheet poll) {
		Instant until = poll.terms().closesOn().plus(AFTER).atStartOfDay(Zones.PARIS).toInstant();
		Instant later = this.clock.instant().plusSeconds(1);
		Instant end = until.isAfter(later) ? until : later;
		return this.base.of("/sondages/" + (askee.isGuest() ? this.passes.giveGuest(PURPOSE, askee.id(), poll.id(), end)
				: this.passes.give(PURPOSE, askee.id(), poll.id(), end)));
	}

	/** Whose it is, and for which poll; empty when it leads nowhere, or no more. */
	@Transactional(readOnly = true)
	public Optional<Bearer> find(String token) {
		return this.passes.find(PURPOSE, token)
			.filter((pass) -> this.accounts.ofPerson(pass.holderId())
				.filter((account) -> account.isDisabled())
				.isEmpty())
			.flatMap((pass) -> this.reading.of(pass.subjectId())
				.flatMap((poll) -> poll.askee(pass.holderId())
					.filter(PollLinks::isWrittenTo)
					.map((askee) -> new Bearer(poll, askee,
							this.allParcours.findById(poll.parcoursId()).map(Parcours::getName).orElseThrow()))));
	}

	/** A guest is who reads that address: without one, nobody is. */
	private static boolean isWrittenTo(Askee askee) {
		return !askee.isGuest() || askee.email() != null;
	}

	@EventListener
	void end(SpeakersChanged changed) {
		if (changed.formerEmail() != null && !changed.formerEmail().equals(changed.email())) {
			this.passes.endEach(PURPOSE, changed.speakerId());
		}
	}

	@EventListener
	void end(WaysInChanged changed) {
		if (changed.anew() || ENDS.contains(changed.reason())) {
			this.passes.endEach(PURPOSE, changed.personId());
		}
	}

	/** One person, and the poll they answer. */
	public record Bearer(PollSheet poll, Askee askee, String parcours) {
	}

}
