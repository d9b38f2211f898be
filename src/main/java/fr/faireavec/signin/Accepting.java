package fr.faireavec.signin;

import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.Refusal;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accepts an invitation with a password: both happen, or neither. */
@Component
@Transactional
public class Accepting {

	private final Invitations invitations;

	private final Passwords passwords;

	Accepting(Invitations invitations, Passwords passwords) {
		this.invitations = invitations;
		this.passwords = passwords;
	}

	/**
	 * The account; empty when the link leads nowhere, or somebody was faster.
	 * @throws Refusal beside the field « password », or when the account has come in
	 * before: whoever was handed a link replaces nobody's password; the link stays good
	 */
	public Optional<UUID> withPassword(String token, String password) {
		this.invitations.look(token).filter(Invitations.Invitation::alive).ifPresent((invitation) -> {
			if (invitation.known()) {
				throw new Refusal("signin.invitation.known.refused");
			}
			this.passwords.check(invitation.accountId(), password);
		});
		Optional<UUID> account = this.invitations.accept(token);
		account.ifPresent((id) -> this.passwords.chooseFirst(id, password));
		return account;
	}

}
