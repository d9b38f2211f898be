package fr.faireavec.factors.web;

import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.factors.Passkey;
import fr.faireavec.factors.Passkeys;
import fr.faireavec.factors.Presence;
import fr.faireavec.factors.SecondFactorPolicy;
import fr.faireavec.factors.StrongMeans;
import fr.faireavec.kernel.NotFound;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** « Clés d’accès et second facteur »: what somebody has, and what they may still do. */
@Component
class MeansPage {

	private final Passkeys passkeys;

	private final StrongMeans means;

	private final SecondFactorPolicy policy;

	private final Presence presence;

	MeansPage(Passkeys passkeys, StrongMeans means, SecondFactorPolicy policy, Presence presence) {
		this.passkeys = passkeys;
		this.means = means;
		this.policy = policy;
		this.presence = presence;
	}

	String show(Viewer viewer, Model model) {
		StrongMeans.Of has = this.means.of(viewer.accountId());
		model.addAttribute("means", has);
		model.addAttribute("passkeys", this.passkeys.of(viewer.accountId()));
		model.addAttribute("required", this.policy.isRequiredOf(viewer));
		model.addAttribute("mayChange", mayChange(viewer));
		return "factors/means";
	}

	boolean mayChange(Viewer viewer) {
		return this.means.mayChange(viewer, this.presence.shown());
	}

	Passkey passkey(Viewer viewer, UUID id) {
		return this.passkeys.of(viewer.accountId(), id).orElseThrow(NotFound::new);
	}

}
