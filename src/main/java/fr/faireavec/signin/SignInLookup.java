package fr.faireavec.signin;

import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Role;
import fr.faireavec.accounts.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What signing in, and each request after it, needs to know: one statement each. */
@Component
public class SignInLookup {

	private final JdbcClient jdbc;

	SignInLookup(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The credentials kept for an address. */
	public Optional<Credentials> credentials(String email) {
		String address = Person.normalised(email);
		return this.jdbc.sql("""
				SELECT a.id, a.password_hash, a.disabled_at IS NOT NULL AS disabled
				FROM account a JOIN person p ON p.id = a.person_id WHERE lower(p.email) = :email
				""")
			.param("email", (address != null) ? address : "")
			.query((row, n) -> new Credentials(row.getObject("id", UUID.class), row.getString("password_hash"),
					row.getBoolean("disabled")))
			.optional();
	}

	/** The same password, hashed at the cost of now. */
	void keepAnew(UUID accountId, String former, String hash) {
		this.jdbc.sql("UPDATE account SET password_hash = :hash WHERE id = :id AND password_hash = :former")
			.param("hash", hash)
			.param("id", accountId)
			.param("former", former)
			.update();
	}

	/**
	 * Whom to write to, for an address whose account is open. Held until the transaction
	 * ends: a change of their ways in comes before it, or after.
	 */
	Optional<Addressee> heldAddressee(String email) {
		String address = Person.normalised(email);
		return this.jdbc.sql("""
				SELECT a.id, p.id AS person_id FROM account a JOIN person p ON p.id = a.person_id
				WHERE lower(p.email) = :email AND a.disabled_at IS NULL FOR SHARE
				""")
			.param("email", (address != null) ? address : "")
			.query((row, n) -> new Addressee(row.getObject("id", UUID.class), row.getObject("person_id", UUID.class)))
			.optional();
	}

	/** Who an account is now; empty when it is disabled or gone. */
	public Optional<Viewer> viewer(UUID accountId) {
		return this.jdbc.sql("""
				SELECT a.id, a.role, p.id AS person_id, p.given_name, p.family_name
				FROM account a JOIN person p ON p.id = a.person_id WHERE a.id = :id AND a.disabled_at IS NULL
				""").param("id", accountId).query((row, n) -> {
			String role = row.getString("role");
			return new Viewer(row.getObject("person_id", UUID.class), row.getObject("id", UUID.class),
					row.getString("given_name"), row.getString("family_name"),
					(role != null) ? Role.valueOf(role) : null);
		}).optional();
	}

	/** An account's password hash, null before one is chosen. */
	public record Credentials(UUID accountId, @Nullable String passwordHash, boolean disabled) {
	}

	/** Somebody to write to about their account. */
	record Addressee(UUID accountId, UUID personId) {
	}

}
