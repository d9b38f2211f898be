package fr.faireavec.factors;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Viewer;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody who came in by mail also shows their password. */
@Component
@Transactional
public class PasswordProof {

	private final Accounts accounts;

	private final PasswordEncoder passwords;

	private final Failures failures;

	PasswordProof(Accounts accounts, PasswordEncoder passwords, Failures failures) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.failures = failures;
	}

	/**
	 * @throws fr.faireavec.kernel.Refusal after too many wrong ones, for a while
	 */
	public boolean shows(Viewer viewer, String password) {
		this.failures.refuseTooMany(viewer.accountId());
		boolean right = this.accounts.findById(viewer.accountId())
			.map((account) -> account.getPasswordHash())
			.filter((hash) -> this.passwords.matches(password, hash))
			.isPresent();
		if (!right) {
			this.failures.note(viewer.accountId(), false);
		}
		return right;
	}

}
