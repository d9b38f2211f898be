package fr.faireavec.demo;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.evidence.AuthorisationTerms;
import fr.faireavec.evidence.Authorising;
import fr.faireavec.evidence.EvidenceKeeping;
import fr.faireavec.evidence.GivenFiles;
import fr.faireavec.evidence.Purpose;
import fr.faireavec.evidence.Support;
import fr.faireavec.journal.LoggedAction;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * What shows that two actions took place: somebody agreed to be seen, somebody is to be
 * asked.
 */
@Component
@ConditionalOnBooleanProperty("faireavec.demo")
class DemoEvidence {

	private final GivenFiles files;

	private final EvidenceKeeping keeping;

	private final Authorising authorising;

	DemoEvidence(GivenFiles files, EvidenceKeeping keeping, Authorising authorising) {
		this.files = files;
		this.keeping = keeping;
		this.authorising = authorising;
	}

	/** A table, two people of whom one said yes for both uses, and an article. */
	void show(LoggedAction action, Person by, LocalDate until) {
		UUID parcours = action.getEnrolment().getParcours().getId();
		Impersonation.as(by, () -> {
			table(parcours, action.getId());
			UUID people = this.keeping.add(parcours, action.getId(),
					this.files.read(DemoPhotos.people(), "tableau.jpg"),
					"Deux personnes devant le tableau où les idées sont classées", true);
			UUID asked = this.authorising.ask(parcours, action.getId(), people,
					new AuthorisationTerms("Nadia B.", false, "", Set.of(Purpose.COHORT, Purpose.PUBLIC),
							Set.of(Support.SITE), until, "Avec l’accord de Nadia B."));
			this.authorising.address(asked, people)
				.map((address) -> address.substring(address.lastIndexOf('/') + 1))
				.ifPresent((token) -> this.authorising.give(token, "Nadia Brahimi"));
			this.keeping.link(parcours, action.getId(), "https://gazette.example.org/un-cafe-des-idees",
					"L’article de la gazette du quartier");
		});
	}

	/** A table, nobody. */
	void table(UUID parcoursId, UUID actionId) {
		this.keeping.add(parcoursId, actionId, this.files.read(DemoPhotos.table(), "table.jpg"),
				"Une table vue d’en haut : des tasses, et des idées écrites sur des papiers de couleur", false);
	}

	/** A photo in which somebody is still to be asked. */
	void begin(LoggedAction action, Person by) {
		Impersonation.as(by, () -> this.keeping.add(action.getEnrolment().getParcours().getId(), action.getId(),
				this.files.read(DemoPhotos.people(), "ardoise.jpg"), "Deux habitués devant l’ardoise", true));
	}

}
