package fr.faireavec.signing;

import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.Parcours;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The animation says how one signs in a parcours. */
@Component
@Transactional
public class RuleSetting {

	private final SigningRulesOfAll rules;

	private final AllParcours allParcours;

	private final ApplicationEventPublisher events;

	RuleSetting(SigningRulesOfAll rules, AllParcours allParcours, ApplicationEventPublisher events) {
		this.rules = rules;
		this.allParcours = allParcours;
		this.events = events;
	}

	/**
	 * @param turning with the code of the moment
	 * @param sharedPhone several people on one phone
	 */
	public void set(UUID parcoursId, int version, boolean turning, boolean sharedPhone) {
		Parcours parcours = this.allParcours.findById(parcoursId).orElseThrow();
		parcours.requireOpenToWork();
		SigningRules rules = this.rules.findById(parcoursId).orElseGet(() -> new SigningRules(parcoursId));
		rules.requireVersion(version);
		if (rules.isTurningCode() == turning && rules.isSharedPhone() == sharedPhone) {
			return;
		}
		Changes changes = Changes.none()
			.note("turningCode", rules.isTurningCode(), turning)
			.note("sharedPhone", rules.isSharedPhone(), sharedPhone);
		rules.set(turning, sharedPhone);
		this.rules.saveAndFlush(rules);
		this.events.publishEvent(new Noted("signing.ruled", parcoursId, parcoursId, parcours.getName(), changes));
	}

}
