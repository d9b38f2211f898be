package fr.faireavec.factors;

import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.Refusal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an account could show: the ways in it has, in one statement. */
@Component
public class StrongMeans {

	private final JdbcClient jdbc;

	private final SecondFactorPolicy policy;

	StrongMeans(JdbcClient jdbc, SecondFactorPolicy policy) {
		this.jdbc = jdbc;
		this.policy = policy;
	}

	public Of of(UUID accountId) {
		return this.jdbc.sql("""
				SELECT a.password_hash IS NOT NULL AS password,
				       (SELECT count(*) FROM passkey p WHERE p.account_id = a.id) AS passkeys,
				       EXISTS (SELECT 1 FROM authenticator t WHERE t.account_id = a.id AND t.confirmed_at IS NOT NULL)
				         AS authenticator,
				       (SELECT count(*) FROM recovery_code r WHERE r.account_id = a.id AND r.used_at IS NULL) AS codes
				FROM account a WHERE a.id = :id
				""")
			.param("id", accountId)
			.query((row, n) -> new Of(row.getBoolean("password"), row.getInt("passkeys"),
					row.getBoolean("authenticator"), row.getInt("codes")))
			.optional()
			.orElse(new Of(false, 0, false, 0));
	}

	/**
	 * Whether somebody may add or change a second factor with what they have shown: who
	 * has one already must have shown it, or a stolen mailbox could replace it.
	 */
	public boolean mayChange(Viewer viewer, Set<Factor> shown) {
		Of has = of(viewer.accountId());
		if (has.isStrong()) {
			return Factor.areStrong(shown) || (has.passkeys() == 0 && shown.contains(Factor.ONE_TIME_CODE));
		}
		return !has.authenticator() || shown.contains(Factor.ONE_TIME_CODE);
	}

	/**
	 * Whoever must be able to show strong means keeps some: a passkey, or a password
	 * together with an application.
	 * @throws Refusal when what is left would not be enough
	 */
	public void refuseLosingTheLast(Viewer viewer, Kind lost) {
		Of has = of(viewer.accountId());
		Of left = switch (lost) {
			case PASSKEY -> new Of(has.password(), has.passkeys() - 1, has.authenticator(), has.recoveryCodes());
			case AUTHENTICATOR -> new Of(has.password(), has.passkeys(), false, 0);
			case PASSWORD -> new Of(false, has.passkeys(), has.authenticator(), has.recoveryCodes());
		};
		if (this.policy.isRequiredOf(viewer) && !left.isStrong()) {
			throw new Refusal("factors.last");
		}
	}

	/** What may be lost. */
	public enum Kind {

		PASSKEY, AUTHENTICATOR, PASSWORD

	}

	/** A password, how many passkeys, an application, how many recovery codes left. */
	public record Of(boolean password, int passkeys, boolean authenticator, int recoveryCodes) {

		/** Enough for those who hold the keys. */
		public boolean isStrong() {
			return this.passkeys > 0 || (this.password && this.authenticator);
		}

		/** Whether they could come in otherwise than by a letter, or show more. */
		public boolean isAny() {
			return this.password || this.passkeys > 0 || this.authenticator || this.recoveryCodes > 0;
		}

	}

}
