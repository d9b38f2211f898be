package fr.faireavec.exchanges;

import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

/** What the animation noted of actions. */
interface ActionNotes extends JpaRepository<ActionNote, UUID> {

}
