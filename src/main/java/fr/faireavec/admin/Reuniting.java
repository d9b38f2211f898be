package fr.faireavec.admin;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.accounts.WaysInChanged;
import fr.faireavec.admin.TwoSheets.Move;
import fr.faireavec.admin.TwoSheets.Prospect;
import fr.faireavec.admin.TwoSheets.Sheet;
import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.kernel.SheetRows;
import fr.faireavec.kernel.SheetRows.Two;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one of two sheets that turn out to be one person's: everything that points to the
 * one points to the other from then on, but what never changes. What was published stays
 * as it was published.
 */
@Component
@Transactional
public class Reuniting {

	private final TwoSheets sheets;

	private final List<SheetHolder> holders;

	private final AccountKeeping keeping;

	private final ReunitedLetter letter;

	private final JdbcClient jdbc;

	private final EntityManager entities;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Reuniting(TwoSheets sheets, List<SheetHolder> holders, AccountKeeping keeping, ReunitedLetter letter,
			JdbcClient jdbc, EntityManager entities, ApplicationEventPublisher events, Clock clock) {
		this.sheets = sheets;
		this.holders = List.copyOf(holders);
		this.keeping = keeping;
		this.letter = letter;
		this.jdbc = jdbc;
		this.entities = entities;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Gives all of one sheet to the other; nobody comes in by what opened either before.
	 * @param seen what was shown ({@link Prospect#code()})
	 * @throws Refusal while something must be done first, or when it is not what was
	 * shown any more
	 */
	public void reunite(Viewer viewer, UUID keptId, UUID givenId, String seen) {
		if (viewer.personId().equals(givenId) || viewer.personId().equals(keptId)) {
			throw new Refusal("admin.reunion.own");
		}
		// Whoever is writing about either finishes first; whoever comes next waits.
		for (String held : List.of("SELECT id FROM person WHERE id IN (:both) ORDER BY id FOR UPDATE",
				"SELECT id FROM account WHERE person_id IN (:both) ORDER BY id FOR UPDATE")) {
			this.jdbc.sql(held).param("both", List.of(keptId, givenId)).query(UUID.class).list();
		}
		Prospect prospect = this.sheets.of(keptId, givenId);
		prospect.first().stream().findFirst().ifPresent((line) -> {
			throw new Refusal(line.key(), line.about());
		});
		if (!prospect.code().equals(seen)) {
			throw new Refusal("admin.reunion.changed");
		}
		Sheet given = prospect.given();
		Sheet kept = prospect.kept();
		this.events.publishEvent(new WaysInChanged(givenId, WaysInChanged.Reason.REUNITED));
		this.events.publishEvent(new WaysInChanged(keptId, WaysInChanged.Reason.REUNITED));
		this.entities.flush();
		SheetRows rows = new SheetRows(this.jdbc, new Two(givenId, keptId, given.account(), kept.account()),
				this.clock.instant());
		this.holders.forEach((holder) -> holder.give(rows));
		// What was loaded says what was before.
		this.entities.clear();
		this.keeping.reunite(givenId, keptId);
		this.letter.post(viewer, prospect);
		note(prospect);
	}

	/** All that was given: apart for each parcours, whose history tells its own. */
	private void note(Prospect prospect) {
		Sheet given = prospect.given();
		Sheet kept = prospect.kept();
		Map<@Nullable UUID, Changes> told = new LinkedHashMap<>();
		told.put(null,
				Changes.none()
					.note("name", given.name(), kept.name())
					.note("email", (kept.email() != null && given.email() != null) ? given.email() : kept.email(),
							prospect.email())
					.note("role", kept.role(), (prospect.newRole() != null) ? prospect.newRole() : kept.role()));
		for (Move move : prospect.moves()) {
			Map<@Nullable UUID, List<String>> names = new LinkedHashMap<>();
			move.things()
				.forEach((thing) -> names.computeIfAbsent(thing.parcours(), (none) -> new ArrayList<>())
					.add(thing.name()));
			names.forEach((parcours, things) -> told.computeIfAbsent(parcours, (none) -> Changes.none())
				.note(move.key(), null, String.join(" ; ", things)));
		}
		told.forEach((parcours, changes) -> this.events
			.publishEvent(new Noted("person.reunited", kept.id(), parcours, kept.name(), changes)));
	}

}
