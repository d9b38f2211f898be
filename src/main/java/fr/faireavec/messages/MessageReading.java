package fr.faireavec.messages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.AllParcours;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a message and whom it was sent to; and whom one may write to. */
@Component
@Transactional(readOnly = true)
public class MessageReading {

	private final MessageRows rows;

	private final Addressing addressing;

	private final AllParcours allParcours;

	private final JdbcClient jdbc;

	MessageReading(MessageRows rows, Addressing addressing, AllParcours allParcours, JdbcClient jdbc) {
		this.rows = rows;
		this.addressing = addressing;
		this.allParcours = allParcours;
		this.jdbc = jdbc;
	}

	/** Those that have somebody to write to, by name. */
	public List<Structure> structures(UUID parcoursId) {
		return this.addressing.mandated(this.allParcours.findById(parcoursId).orElseThrow(NotFound::new))
			.stream()
			.map((mandate) -> new Structure(mandate.getEnrolment().getId(),
					mandate.getEnrolment().getStructure().getName()))
			.distinct()
			.toList();
	}

	/** One message of this parcours. */
	public Optional<Sent> sent(UUID parcoursId, UUID messageId) {
		return this.rows.one(parcoursId, messageId).map((row) -> new Sent(row, recipients(messageId)));
	}

	private List<Recipient> recipients(UUID messageId) {
		return this.jdbc
			.sql("""
					SELECT p.given_name || ' ' || p.family_name AS name, string_agg(s.name, ', ' ORDER BY s.name) AS structures
					FROM message_recipient r JOIN person p ON p.id = r.person_id
					  JOIN enrolment e ON e.id = r.enrolment_id JOIN structure s ON s.id = e.structure_id
					WHERE r.message_id = :message GROUP BY p.id, name ORDER BY structures, name""")
			.param("message", messageId)
			.query((row, n) -> new Recipient(row.getString("name"), row.getString("structures")))
			.list();
	}

	/** A structure one may write to. */
	public record Structure(UUID enrolmentId, String name) {
	}

	/** Somebody a message was sent to. */
	public record Recipient(String name, String structures) {
	}

	/** A message and all it was sent to. */
	public record Sent(MessageRow row, List<Recipient> recipients) {
	}

}
