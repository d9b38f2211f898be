package fr.faireavec.funders;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.accounts.Acquaintance;
import fr.faireavec.accounts.Viewer;

import org.springframework.stereotype.Component;

/** Whoever says who reads for a funder sees those who do. */
@Component
class ReadingAcquaintance implements Acquaintance {

	private final FunderReaders readers;

	private final Readership readership;

	ReadingAcquaintance(FunderReaders readers, Readership readership) {
		this.readers = readers;
		this.readership = readership;
	}

	@Override
	public Set<UUID> known(Viewer viewer, Collection<UUID> people) {
		return this.readers.readBy(people)
			.stream()
			.collect(Collectors.groupingBy((reader) -> reader.getFunder().getId()))
			.entrySet()
			.stream()
			.filter((of) -> this.readership.isKeptBy(viewer, of.getKey()))
			.flatMap((of) -> of.getValue().stream())
			.map((reader) -> reader.getPerson().getId())
			.collect(Collectors.toSet());
	}

}
