package fr.faireavec.correspondence;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import fr.faireavec.mail.Letter;

/** Knows some letters before they are posted; answered by the rooms that post them. */
public interface Foresight {

	/** Those of these parcours that are not posted yet. */
	List<ForeseenLetter> foresee(Collection<UUID> parcoursIds);

	/** Whether it knows letters of this occasion. */
	boolean knows(Occurrence occurrence);

	/** How it would read now, to one of those it is for. */
	Letter preview(ForeseenLetter letter);

	/** Posts what is due, at once. */
	void postDue();

}
