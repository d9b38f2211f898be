package fr.faireavec.accounts;

import java.util.UUID;

import fr.faireavec.audit.Audited;
import fr.faireavec.audit.Changes;
import org.jspecify.annotations.Nullable;

/** Somebody holds no stored role any more; what hung on it falls. */
public record RoleTaken(Person person, @Nullable Role before) implements Audited {

	@Override
	public String what() {
		return "account.dismissed";
	}

	@Override
	public UUID subjectId() {
		return this.person.getId();
	}

	@Override
	public @Nullable UUID parcoursId() {
		return null;
	}

	@Override
	public String label() {
		return this.person.getName();
	}

	@Override
	public Changes changes() {
		return Changes.none().note("role", this.before, null);
	}

}
