package fr.faireavec.sheets;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.documents.Documents;
import fr.faireavec.documents.Printable;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.Seat;
import fr.faireavec.settings.Settings;
import fr.faireavec.settings.Wording;
import fr.faireavec.sheets.AttestedReading.Reach;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Attests who was there, guests too: anybody's for those who run the parcours; for a
 * pilot, those of her own structures, and hers; for whoever still comes in, their own,
 * wherever they were once expected. Only what is countersigned counts.
 */
@Component
@Transactional(readOnly = true)
public class Attestations {

	private final AttestedReading reading;

	private final AllParcours allParcours;

	private final Headings headings;

	private final Settings settings;

	private final Documents documents;

	private final SheetWords words;

	private final Clock clock;

	Attestations(AttestedReading reading, AllParcours allParcours, Headings headings, Settings settings,
			Documents documents, SheetWords words, Clock clock) {
		this.reading = reading;
		this.allParcours = allParcours;
		this.headings = headings;
		this.settings = settings;
		this.documents = documents;
		this.words = words;
		this.clock = clock;
	}

	/**
	 * One page a person.
	 * @param rank of one day; null for the whole parcours
	 * @param id of one person or guest; null for all those the seat may read
	 * @throws NotFound when there is nothing of that person, or not for this seat
	 * @throws Refusal when nothing is countersigned yet
	 */
	public byte[] print(Seat seat, @Nullable Integer rank, @Nullable UUID id) {
		List<Attestation> people = of(seat, rank).stream()
			.filter((one) -> id == null || one.ids().contains(id))
			.toList();
		if (people.isEmpty()) {
			if (id != null || seat instanceof Seat.Funding) {
				throw new NotFound();
			}
			throw new Refusal("sheets.attestations.none");
		}
		return print(seat.parcours(), people);
	}

	/** One page for each of these. */
	public byte[] print(Parcours parcours, List<Attestation> people) {
		Heading heading = this.headings.of(parcours, null);
		return print(people.stream().map((one) -> page(one, parcours, heading)).toList(),
				this.words.say("attestations.about", parcours.getName()));
	}

	/** Everybody's, of the days of a period. */
	public List<Attestation> within(Parcours parcours, LocalDate from, LocalDate to) {
		return this.reading.in(parcours.getId(), null, Reach.EVERYBODY)
			.stream()
			.map((one) -> one.within(from, to))
			.filter((one) -> !one.halves().isEmpty())
			.toList();
	}

	/**
	 * One page for each parcours where that person was there, with a mandate still or no
	 * more.
	 * @throws Refusal when nothing is countersigned of what they attended
	 */
	public byte[] printOwn(Viewer viewer) {
		List<Page> pages = new ArrayList<>();
		for (UUID id : this.reading.parcoursOf(viewer.personId())) {
			Parcours parcours = this.allParcours.findById(id).orElseThrow(NotFound::new);
			Heading heading = this.headings.of(parcours, null);
			this.reading.in(id, null, Reach.own(viewer.personId()))
				.forEach((one) -> pages.add(page(one, parcours, heading)));
		}
		if (pages.isEmpty()) {
			throw new Refusal("sheets.attestations.noneOwn");
		}
		return print(pages, this.words.say("attestations.own"));
	}

	/** Whether there is something to attest to this person, wherever it was. */
	public boolean existFor(Viewer viewer) {
		return !this.reading.parcoursOf(viewer.personId()).isEmpty();
	}

	/** By name; nobody for a funder. */
	public List<Attestation> of(Seat seat, @Nullable Integer rank) {
		UUID parcoursId = seat.parcours().getId();
		return switch (seat) {
			case Seat.Running running -> this.reading.in(parcoursId, rank, Reach.EVERYBODY);
			case Seat.Piloting piloting -> this.reading.in(parcoursId, rank,
					Reach.structures(piloting.viewer().personId(), piloting.enrolmentIds()));
			case Seat.Funding funding -> List.of();
		};
	}

	private Page page(Attestation one, Parcours parcours, Heading heading) {
		return new Page(one, heading, parcours.today(this.clock));
	}

	private byte[] print(List<Page> pages, String about) {
		Map<String, byte[]> pictures = new HashMap<>();
		pages.forEach((page) -> pictures.putAll(page.heading().pictures()));
		String title = (pages.size() == 1) ? this.words.say("attestation.title", pages.getFirst().one().name())
				: this.words.say("attestations.title");
		return this.documents
			.print(new Printable("sheets/attestations", title, about,
					Map.of("pages", pages, "network", this.settings.say(Wording.NETWORK_NAME)), pictures))
			.file();
	}

	/**
	 * What is attested of one person in one parcours.
	 */
	public record Page(Attestation one, Heading heading, LocalDate today) {
	}

}
