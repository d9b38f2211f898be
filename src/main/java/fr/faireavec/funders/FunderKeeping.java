package fr.faireavec.funders;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.WaysInChanged;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.OnceOnly;
import fr.faireavec.kernel.Question;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Slug;
import fr.faireavec.signin.Inviting;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the funders, and who reads the bilans for them. */
@Component
@Transactional
public class FunderKeeping {

	private final Funders funders;

	private final FunderReaders readers;

	private final Readership readership;

	private final AccountKeeping accounts;

	private final Inviting inviting;

	private final OnceOnly onceOnly;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	FunderKeeping(Funders funders, FunderReaders readers, Readership readership, AccountKeeping accounts,
			Inviting inviting, OnceOnly onceOnly, ApplicationEventPublisher events, Clock clock) {
		this.funders = funders;
		this.readers = readers;
		this.readership = readership;
		this.accounts = accounts;
		this.inviting = inviting;
		this.onceOnly = onceOnly;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * A new funder: the same form sent twice gives the same one.
	 * @throws Refusal when another one has this name, or the départements are not codes
	 */
	public Funder register(UUID key, String name, FunderKind kind, String mention, String territory,
			String departements) {
		UUID id = this.onceOnly.idOf(key, "funder", name, kind, mention, territory, departements);
		return this.funders.findById(id).orElseGet(() -> {
			refuseTaken(id, name);
			String slug = Slug.of(name, this.funders::existsBySlug);
			Funder funder = this.funders
				.saveAndFlush(new Funder(id, slug, name, kind, mention, territory, departements));
			tell("funder.registered", funder, Changes.none());
			return funder;
		});
	}

	/**
	 * Corrects what is said of a funder; its slug stays.
	 * @throws Refusal when another one has this name, or the départements are not codes
	 */
	public void describe(UUID id, int version, String name, FunderKind kind, String mention, String territory,
			String departements) {
		Funder funder = at(id);
		funder.requireVersion(version);
		refuseTaken(id, name);
		Changes changes = Changes.none()
			.note("name", funder.getName(), name)
			.note("kind", funder.getKind(), kind)
			.note("mention", funder.getMention(), mention)
			.note("territory", funder.getTerritory(), territory);
		String before = funder.getDepartements();
		funder.describe(name, kind, mention, territory, departements);
		changes.note("departements", before, funder.getDepartements());
		this.funders.flush();
		tell("funder.described", funder, changes);
	}

	/**
	 * From now on this person reads the bilans of the parcours it funds; a letter tells
	 * them, if they have an address.
	 */
	public void nameReader(UUID funderId, Person person) {
		name(at(funderId), person)
			.ifPresent((reader) -> this.inviting.invite(person.getId(), ReaderLetter.NAME, reader.getId()));
	}

	/**
	 * The same for somebody who may not be known yet, by one of those who may.
	 * @param answered whether they are whoever has this address here, once it was asked
	 * @return the person; one already known by this address keeps their name
	 * @throws NotFound when this is not theirs to say
	 * @throws Question when the address is somebody's of another name
	 */
	public Person nameReader(Viewer by, UUID funderId, AccountKeeping.Name name, String email,
			@Nullable String answered) {
		this.readership.require(by, funderId);
		Person person = this.accounts.register(name, email, answered);
		nameReader(funderId, person);
		return person;
	}

	/** From now on this person reads nothing for it any more. */
	public void removeReader(Viewer by, UUID funderId, UUID personId) {
		this.readership.require(by, funderId);
		Funder funder = at(funderId);
		FunderReader reader = this.readers.current(funder, personId).orElseThrow(NotFound::new);
		reader.remove(this.clock.instant());
		tell("funder.readerRemoved", funder, Changes.none().note("person", reader.getPerson().getName(), null));
	}

	/**
	 * Takes a removal back: only somebody who read for it once. They are not told twice.
	 */
	public Person restoreReader(Viewer by, UUID funderId, UUID personId) {
		this.readership.require(by, funderId);
		Funder funder = at(funderId);
		Person person = this.readers.former(funder, personId)
			.stream()
			.findFirst()
			.map(FunderReader::getPerson)
			.orElseThrow(NotFound::new);
		name(funder, person);
		return person;
	}

	private Optional<FunderReader> name(Funder funder, Person person) {
		if (this.readers.current(funder, person.getId()).isPresent()) {
			return Optional.empty();
		}
		FunderReader reader = this.readers
			.saveAndFlush(new FunderReader(Ids.next(), funder, person, this.clock.instant()));
		tell("funder.readerNamed", funder, Changes.none().note("person", null, person.getName()));
		this.events.publishEvent(new WaysInChanged(person.getId(), WaysInChanged.Reason.SEAT));
		return Optional.of(reader);
	}

	/** Somebody who still reads for it, for one of those who may say so. */
	@Transactional(readOnly = true)
	public Person reader(Viewer by, UUID funderId, UUID personId) {
		this.readership.require(by, funderId);
		return this.readers.current(at(funderId), personId).map(FunderReader::getPerson).orElseThrow(NotFound::new);
	}

	private Funder at(UUID id) {
		return this.funders.findById(id).orElseThrow(NotFound::new);
	}

	private void refuseTaken(UUID id, String name) {
		if (this.funders.nameTaken(name.strip(), id)) {
			throw Refusal.of("name", "funders.nameTaken", name.strip());
		}
	}

	private void tell(String what, Funder funder, Changes changes) {
		this.events.publishEvent(new Noted(what, funder.getId(), null, funder.getName(), changes));
	}

}
