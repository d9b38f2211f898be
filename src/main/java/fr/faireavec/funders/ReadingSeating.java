package fr.faireavec.funders;

import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.signin.Seating;

import org.springframework.stereotype.Component;

/** A reader sits, or sat, in every parcours the funder pays for, and in those it will. */
@Component
class ReadingSeating implements Seating {

	private final FunderReaders readers;

	private final Readership readership;

	ReadingSeating(FunderReaders readers, Readership readership) {
		this.readers = readers;
		this.readership = readership;
	}

	@Override
	public boolean beyond(Viewer giver, UUID personId) {
		return this.readers.fundersEverReadBy(personId).stream().anyMatch((id) -> !this.readership.isKeptBy(giver, id));
	}

}
