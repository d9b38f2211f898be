package fr.faireavec.demo;

import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.Ids;
import fr.faireavec.library.LibraryFilter;
import fr.faireavec.library.LibraryReading;
import fr.faireavec.library.LibrarySearch;
import fr.faireavec.library.TakingUp;

import org.springframework.stereotype.Component;

/** What somebody finds in the library, and plans at home. */
@Component
class DemoLibrary {

	private final LibrarySearch search;

	private final LibraryReading reading;

	private final TakingUp takingUp;

	DemoLibrary(LibrarySearch search, LibraryReading reading, TakingUp takingUp) {
		this.search = search;
		this.reading = reading;
		this.takingUp = takingUp;
	}

	void play(Viewer viewer) {
		UUID found = this.search.search("la boîte à remarques", LibraryFilter.NONE, 1, 1)
			.page()
			.items()
			.getFirst()
			.libraryId();
		this.takingUp.plan(Ids.next(), this.reading.trials(found, viewer).getFirst());
	}

}
