package fr.faireavec.parcours;

import java.util.UUID;

import fr.faireavec.audit.Audited;
import fr.faireavec.audit.Changes;

/**
 * A parcours was made from a template; its sessions are copied by the room that keeps
 * them.
 */
public record ParcoursCreated(Parcours parcours) implements Audited {

	@Override
	public String what() {
		return "parcours.created";
	}

	@Override
	public UUID subjectId() {
		return this.parcours.getId();
	}

	@Override
	public UUID parcoursId() {
		return this.parcours.getId();
	}

	@Override
	public String label() {
		return this.parcours.getName();
	}

	@Override
	public Changes changes() {
		return Changes.none();
	}

}
