package fr.faireavec.signin;

import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accepts an invitation, with a password or without: all of it happens, or nothing. */
@Component
@Transactional
public class Accepting {

	private final Invitations invitations;

	private final Passwords passwords;

	Accepting(Invitations invitations, Passwords passwords) {
		this.invitations = invitations;
		this.passwords = passwords;
	}

	/** Who is let in; empty when the link leads nowhere, or somebody was faster. */
	public Optional<Accepted> accept(String token) {
		return this.invitations.look(token)
			.filter(Invitations.Invitation::alive)
			.flatMap((invitation) -> this.invitations.accept(token)
				.map((account) -> new Accepted(account, giver(invitation))));
	}

	/**
	 * Who is let in; empty when the link leads nowhere, or somebody was faster.
	 * @throws Refusal beside the field « password »; when the account has come in before;
	 * or when somebody passed the link on: they could have kept it, and a password would
	 * open later what they do not see. The link stays good
	 */
	public Optional<Accepted> withPassword(String token, String password) {
		this.invitations.look(token).filter(Invitations.Invitation::alive).ifPresent((invitation) -> {
			if (invitation.handed()) {
				throw new Refusal("signin.invitation.handed.refused");
			}
			if (invitation.known()) {
				throw new Refusal("signin.invitation.known.refused");
			}
			this.passwords.check(invitation.accountId(), password);
		});
		Optional<Accepted> accepted = accept(token);
		accepted.ifPresent((who) -> this.passwords.chooseFirst(who.accountId(), password));
		return accepted;
	}

	private static @Nullable String giver(Invitations.Invitation invitation) {
		if (!invitation.handed()) {
			return null;
		}
		return (invitation.giver() != null) ? invitation.giver().toString() : SessionFacts.CONSOLE;
	}

	/**
	 * Whose account it opens.
	 *
	 * @param giver who passed the link on, as a session keeps it; null when nobody did
	 */
	public record Accepted(UUID accountId, @Nullable String giver) {

		public boolean handed() {
			return this.giver != null;
		}

	}

}
