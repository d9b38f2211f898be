package fr.faireavec.cohorts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import fr.faireavec.signin.LinkHandout;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands the animation the one-time link of a pilot or copilot. */
@Component
@Transactional
public class AccessGiving {

	private final LinkHandout links;

	private final Mandates mandates;

	private final Clock clock;

	AccessGiving(LinkHandout links, Mandates mandates, Clock clock) {
		this.links = links;
		this.mandates = mandates;
		this.clock = clock;
	}

	/**
	 * A new link for the person of a mandate.
	 * @throws Refusal once the mandate is over, or when the link would open more than its
	 * giver sees
	 */
	public LinkHandout.Link give(UUID parcoursId, UUID enrolmentId, UUID mandateId, Viewer giver) {
		Mandate mandate = this.mandates.in(parcoursId, enrolmentId, mandateId).orElseThrow(NotFound::new);
		Enrolment enrolment = mandate.getEnrolment();
		LocalDate today = enrolment.getParcours().today(this.clock);
		if (enrolment.isAwayOn(today) || mandate.isOverOn(today)
				|| !enrolment.getParcours().getStatus().keepsItsPeople()) {
			throw new Refusal("cohorts.mandate.over", mandate.getPerson().getName());
		}
		return this.links.handOut(giver, mandate.getPerson().getId());
	}

}
