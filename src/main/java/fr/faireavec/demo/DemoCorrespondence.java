package fr.faireavec.demo;

import java.util.Set;
import java.util.UUID;

import fr.faireavec.convening.Telling;
import fr.faireavec.correspondence.ForeseenLetter;
import fr.faireavec.correspondence.LetterPlanning;
import fr.faireavec.correspondence.Occurrence;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.AllParcours;

import org.springframework.stereotype.Component;

/**
 * What « Pays des Sources » has written, and prepares: a word in one letter, another held
 * back.
 */
@Component
class DemoCorrespondence {

	private final AllParcours allParcours;

	private final Telling telling;

	private final LetterPlanning planning;

	DemoCorrespondence(AllParcours allParcours, Telling telling, LetterPlanning planning) {
		this.allParcours = allParcours;
		this.telling = telling;
		this.planning = planning;
	}

	void play() {
		this.telling.tellDue();
		UUID sources = this.allParcours.findBySlug("sources-fictif").orElseThrow(NotFound::new).getId();
		for (ForeseenLetter letter : this.planning.toCome(Set.of(sources))) {
			if (letter.occurrence() == Occurrence.LAST_REMINDER) {
				this.planning.say(letter, -1,
						"Pensez à une trace de ce que vous avez essayé : une photo, un dessin, un mot.");
			}
			else if (letter.occurrence() == Occurrence.FIRST_REMINDER) {
				this.planning.pause(letter, -1);
			}
		}
	}

}
