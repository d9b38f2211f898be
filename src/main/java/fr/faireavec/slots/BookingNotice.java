package fr.faireavec.slots;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.StaleEdit;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.TimeSlot;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Until when before a meeting its structure may move it, or give it back: so many hours,
 * said for each parcours.
 */
@Component
public class BookingNotice {

	/** Where nobody said. */
	public static final int USUAL_HOURS = 48;

	/** Two weeks. */
	public static final int MOST_HOURS = 336;

	private final AllParcours allParcours;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	BookingNotice(AllParcours allParcours, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.allParcours = allParcours;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	public Said of(UUID parcoursId) {
		return this.jdbc.sql("SELECT version, hours FROM slot_notice WHERE parcours_id = :parcours")
			.param("parcours", parcoursId)
			.query((row, n) -> new Said(row.getInt("version"), row.getInt("hours")))
			.optional()
			.orElse(new Said(0, USUAL_HOURS));
	}

	/**
	 * From now on, so many hours, 0 to 336.
	 * @throws StaleEdit when somebody said otherwise since this version
	 */
	@Transactional
	public void say(UUID parcoursId, int version, int hours) {
		Parcours parcours = this.allParcours.findById(parcoursId).orElseThrow(NotFound::new);
		parcours.requireOpenToWork();
		if (hours < 0 || hours > MOST_HOURS) {
			throw Refusal.of("hours", "slots.notice.between", MOST_HOURS);
		}
		Said before = of(parcoursId);
		if (before.version() == version && before.hours() == hours) {
			return;
		}
		int written = this.jdbc.sql("""
				INSERT INTO slot_notice (parcours_id, version, hours) VALUES (:parcours, 1, :hours)
				ON CONFLICT (parcours_id) DO UPDATE SET hours = :hours, version = slot_notice.version + 1
				WHERE slot_notice.version = :version
				""").param("parcours", parcoursId).param("hours", hours).param("version", version).update();
		if (written == 0) {
			throw new StaleEdit();
		}
		this.events.publishEvent(new Noted("slot.notice", parcoursId, parcoursId, parcours.getName(),
				Changes.none().note("hours", before.hours(), hours)));
	}

	/** What was said, and the version an edit starts from; 0 before anybody said. */
	public record Said(int version, int hours) {

		/**
		 * The last moment, as a watch counts: on some weekends a day has 23 or 25 hours.
		 */
		public LocalDateTime lastMoment(Parcours parcours, TimeSlot slot) {
			return LocalDateTime.ofInstant(deadline(parcours, slot), parcours.getZone());
		}

		boolean allows(Parcours parcours, TimeSlot slot, Instant now) {
			return !now.isAfter(deadline(parcours, slot));
		}

		private Instant deadline(Parcours parcours, TimeSlot slot) {
			return slot.start().atZone(parcours.getZone()).toInstant().minus(Duration.ofHours(this.hours));
		}

	}

	/** Whether its structure may still move or give back what it took. */
	public boolean isOpen(Said said, Parcours parcours, TimeSlot slot) {
		return said.allows(parcours, slot, this.clock.instant());
	}

}
