package fr.faireavec.funders;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.signin.InvitedTo;

import org.springframework.stereotype.Component;

/** Whoever reads for a funder finds bilans, not the days of a parcours. */
@Component
class InvitedToRead implements InvitedTo {

	private final FunderReaders readers;

	InvitedToRead(FunderReaders readers) {
		this.readers = readers;
	}

	@Override
	public Optional<String> finds(UUID personId) {
		return this.readers.readBy(Set.of(personId)).isEmpty() ? Optional.empty()
				: Optional.of("funders.invitation.what");
	}

}
