package fr.faireavec.admin.web;

import java.util.UUID;

import fr.faireavec.kernel.Ids;

/** Names a letter, so that a button pressed twice sends one. */
class SentOnce {

	private UUID key = Ids.next();

	public UUID getKey() {
		return this.key;
	}

	public void setKey(UUID key) {
		this.key = key;
	}

}
