package fr.faireavec.sheets;

import java.time.Clock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import fr.faireavec.attendance.Stay;
import fr.faireavec.documents.Documents;
import fr.faireavec.documents.Printable;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.PersonalRecords;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.settings.Settings;
import fr.faireavec.settings.Wording;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Attests who was there: anybody's for those who run the parcours; for a pilot, those of
 * her own structures, and hers. Only what is countersigned counts.
 */
@Component
@Transactional(readOnly = true)
public class Attestations {

	private static final UUID NONE = new UUID(0, 0);

	private final JdbcClient jdbc;

	private final Headings headings;

	private final Settings settings;

	private final Documents documents;

	private final SheetWords words;

	private final Clock clock;

	Attestations(JdbcClient jdbc, Headings headings, Settings settings, Documents documents, SheetWords words,
			Clock clock) {
		this.jdbc = jdbc;
		this.headings = headings;
		this.settings = settings;
		this.documents = documents;
		this.words = words;
		this.clock = clock;
	}

	/**
	 * One page a person.
	 * @param rank of one day; null for the whole parcours
	 * @param personId of one person; null for all those the seat may read
	 * @throws NotFound when there is nothing of that person, or not for this seat
	 * @throws Refusal when nothing is countersigned yet
	 */
	public byte[] print(Seat seat, @Nullable Integer rank, @Nullable UUID personId) {
		List<Attestation> people = of(seat, rank, personId);
		if (people.isEmpty()) {
			if (personId != null || seat instanceof Seat.Funding) {
				throw new NotFound();
			}
			throw new Refusal("sheets.attestations.none");
		}
		Parcours parcours = seat.parcours();
		Heading heading = this.headings.of(parcours, null);
		String title = (people.size() == 1) ? this.words.say("attestation.title", people.getFirst().name())
				: this.words.say("attestations.title");
		return this.documents.print(new Printable("sheets/attestations", title,
				this.words.say("attestations.about", parcours.getName()), Map.of("people", people, "heading", heading,
						"network", this.settings.say(Wording.NETWORK_NAME), "today", parcours.today(this.clock)),
				heading.pictures()))
			.file();
	}

	/** Whether there is something to attest to this seat. */
	public boolean exist(Seat seat, @Nullable Integer rank) {
		return !of(seat, rank, null).isEmpty();
	}

	/** By name. */
	List<Attestation> of(Seat seat, @Nullable Integer rank, @Nullable UUID personId) {
		boolean all = seat instanceof Seat.Running;
		Set<UUID> enrolments = new HashSet<>(Set.of(NONE));
		if (seat instanceof Seat.Piloting piloting) {
			enrolments.addAll(piloting.enrolmentIds());
		}
		Map<UUID, Lines> found = new LinkedHashMap<>();
		this.jdbc
			.sql("""
					SELECT a.person_id, a.person_name, s.rank, s.title, h.starts_at, h.ends_at, a.came_at, a.left_at, a.remote,
					  ARRAY(SELECT o.name FROM attendance_enrolment f JOIN enrolment e ON e.id = f.enrolment_id
					          JOIN structure o ON o.id = e.structure_id WHERE f.attendance_id = a.id ORDER BY 1) AS structures
					FROM attendance a JOIN half_day h ON h.id = a.half_day_id
					  JOIN collective_session s ON s.id = h.session_id JOIN register_seal r ON r.half_day_id = h.id
					WHERE s.parcours_id = :parcours AND s.state <> 'CANCELLED' AND a.status = 'PRESENT'
					  AND a.person_name <> :nobody
					  AND (CAST(:rank AS integer) IS NULL OR s.rank = :rank)
					  AND (CAST(:person AS uuid) IS NULL OR a.person_id = :person)
					  AND (:all OR (:piloting AND (a.person_id = :viewer OR EXISTS (SELECT FROM attendance_enrolment f
					    WHERE f.attendance_id = a.id AND f.enrolment_id IN (:enrolments)))))
					ORDER BY plain_text(a.person_name), a.person_id, h.starts_at
					""")
			.param("parcours", seat.parcours().getId())
			.param("nobody", PersonalRecords.NOBODY)
			.param("rank", rank, java.sql.Types.INTEGER)
			.param("person", personId, java.sql.Types.OTHER)
			.param("all", all)
			.param("piloting", seat instanceof Seat.Piloting)
			.param("viewer", seat.viewer().personId())
			.param("enrolments", enrolments)
			.query((row) -> {
				found
					.computeIfAbsent(row.getObject("person_id", UUID.class),
							(id) -> new Lines(new ArrayList<>(), new TreeSet<>(), new ArrayList<>()))
					.add(row.getString("person_name"), List.of((String[]) row.getArray("structures").getArray()),
							new Attestation.Half(row.getInt("rank"), row.getString("title"),
									stay(row).of(new TimeSlot(row.getObject("starts_at", LocalDateTime.class),
											row.getObject("ends_at", LocalDateTime.class))),
									row.getBoolean("remote")));
			});
		return found.entrySet().stream().map((one) -> one.getValue().of(one.getKey())).toList();
	}

	private static Stay stay(ResultSet row) throws SQLException {
		return new Stay(row.getObject("came_at", LocalTime.class), row.getObject("left_at", LocalTime.class),
				row.getBoolean("remote"));
	}

	private record Lines(List<String> names, Set<String> structures, List<Attestation.Half> halves) {

		void add(String name, List<String> organisations, Attestation.Half half) {
			this.names.add(name);
			this.structures.addAll(organisations);
			this.halves.add(half);
		}

		/** By the last name she signed. */
		Attestation of(UUID personId) {
			return new Attestation(personId, this.names.getLast(), String.join(", ", this.structures),
					List.copyOf(this.halves));
		}

	}

}
