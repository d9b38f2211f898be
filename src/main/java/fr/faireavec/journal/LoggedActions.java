package fr.faireavec.journal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.parcours.Seat;
import fr.faireavec.templates.Framework;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Every action of every journal. */
public interface LoggedActions extends JpaRepository<LoggedAction, UUID> {

	/** One action of this parcours, with all its page shows, in one statement. */
	@Query("""
			select a from LoggedAction a join fetch a.enrolment e join fetch e.structure join fetch e.parcours p
			  join fetch a.writtenBy left join fetch a.confirmedBy left join fetch a.theme left join fetch a.level
			  left join fetch a.instrument left join fetch a.tiedSession left join fetch a.tiedMeeting
			  left join fetch a.entries where a.id = :id and p.id = :parcoursId""")
	Optional<LoggedAction> in(UUID parcoursId, UUID id);

	/** All actions of these participations, with all a table says of them. */
	@Query("""
			select distinct a from LoggedAction a join fetch a.enrolment e join fetch e.structure s
			  join fetch e.parcours p join fetch a.writtenBy left join fetch a.theme left join fetch a.level
			  left join fetch a.instrument left join fetch a.tiedSession left join fetch a.entries
			where p.id = :parcoursId and e.id in :enrolmentIds order by s.name, a.loggedAt, a.id""")
	List<LoggedAction> whole(UUID parcoursId, Collection<UUID> enrolmentIds);

	/** These actions, with their parcours and all they took from the lists. */
	@Query("""
			select distinct a from LoggedAction a join fetch a.enrolment e join fetch e.parcours left join fetch a.theme
			  left join fetch a.level left join fetch a.instrument left join fetch a.entries
			where a.id in :ids order by a.id""")
	List<LoggedAction> holding(Collection<UUID> ids);

	/**
	 * One action that may be read whole from this seat: its own structures', or any to
	 * the animation.
	 */
	default Optional<LoggedAction> openTo(Seat seat, UUID id) {
		Optional<LoggedAction> there = in(seat.parcours().getId(), id);
		return switch (seat) {
			case Seat.Running running -> there;
			case Seat.Piloting own -> there.filter((action) -> own.pilots(action.getEnrolment().getId()));
			case Seat.Funding funding -> Optional.empty();
		};
	}

	/**
	 * Whether the actions of a parcours say how many people were reached and involved.
	 */
	@Query("select f.asksPeople from Parcours p join p.framework f where p.id = :parcoursId")
	boolean countPeople(UUID parcoursId);

	/** What a parcours works with, with all its entries, in one statement. */
	@Query("""
			select f from Parcours p join p.framework f left join fetch f.entries e left join fetch e.entry
			where p.id = :parcoursId""")
	Optional<Framework> frameworkOf(UUID parcoursId);

}
