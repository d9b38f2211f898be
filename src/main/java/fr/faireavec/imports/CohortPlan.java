package fr.faireavec.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import fr.faireavec.accounts.Whose;
import fr.faireavec.imports.Known.KnownStructure;
import fr.faireavec.imports.PlannedLine.How;
import fr.faireavec.imports.PlannedLine.PlannedPerson;
import fr.faireavec.imports.PlannedLine.Recognised;
import fr.faireavec.imports.PlannedLine.Standing;
import fr.faireavec.kernel.Warning;
import fr.faireavec.structures.Commune;
import org.jspecify.annotations.Nullable;

/** What a file would write, line by line; nothing is written yet. */
public record CohortPlan(List<PlannedLine> lines, List<String> ignoredLines, List<String> ignoredColumns, int read,
		int activeBefore) {

	static CohortPlan of(List<CohortLine> lines, CohortFile file, Known known) {
		Drawing drawing = new Drawing(known);
		return new CohortPlan(lines.stream().map(drawing::plan).toList(), file.ignoredLines(), file.ignoredColumns(),
				file.rows().size(), known.active());
	}

	public long refusedLines() {
		return this.lines.stream().filter(PlannedLine::isRefused).count();
	}

	/**
	 * What to look at twice before confirming: structures to be created whose name
	 * another one has elsewhere.
	 */
	public List<Warning> questions() {
		return this.lines.stream()
			.filter((line) -> !line.isRefused())
			.flatMap((line) -> line.namesakes()
				.stream()
				.limit(1)
				.map((other) -> Warning.of("imports.sameName.in", Integer.toString(line.line().line()), other.name(),
						String.valueOf(other.commune()))))
			.toList();
	}

	/** Whether somebody named is whoever has that address here, each to be answered. */
	public List<Doubt> doubts() {
		return this.lines.stream()
			.filter((line) -> !line.isRefused())
			.flatMap((line) -> Stream.of(line.pilot(), line.copilot())
				.filter(Objects::nonNull)
				.filter(PlannedPerson::isKnownOtherwise)
				.map((person) -> new Doubt(line.line().line(), person)))
			.toList();
	}

	public boolean isRefused() {
		return this.lines.stream().anyMatch(PlannedLine::isRefused);
	}

	/** Structures that would get a sheet of their own. */
	public long structuresToCreate() {
		return this.lines.stream().filter((line) -> !line.isRefused() && line.recognised() == null).count();
	}

	public long structuresRecognised() {
		return this.lines.stream().filter((line) -> !line.isRefused() && line.recognised() != null).count();
	}

	public long peopleToCreate() {
		return people(Standing.NEW);
	}

	public long peopleKnown() {
		return people(Standing.KNOWN);
	}

	/** Different people who would be mandated. */
	public long people() {
		return peopleToCreate() + peopleKnown();
	}

	/** How many structures the parcours would then have. */
	public long activeAfter() {
		return this.activeBefore + structuresToCreate() + structuresRecognised();
	}

	private long people(Standing standing) {
		return this.lines.stream()
			.filter((line) -> !line.isRefused())
			.flatMap((line) -> Stream.of(line.pilot(), line.copilot()))
			.filter((person) -> person != null && person.standing() == standing)
			.count();
	}

	/** Somebody of that line, whose address is somebody's of another name. */
	public record Doubt(int line, PlannedPerson person) {
	}

	/** Goes through the lines in order, remembering those before. */
	private static final class Drawing {

		private final Known known;

		private final Map<String, Integer> linesBySiret = new HashMap<>();

		private final Map<String, Integer> linesByName = new HashMap<>();

		private final Map<UUID, Integer> linesByStructure = new HashMap<>();

		private final Map<String, Integer> linesByEmail = new HashMap<>();

		private final Map<String, Contact> namesByEmail = new HashMap<>();

		private final Set<String> countedEmails = new HashSet<>();

		Drawing(Known known) {
			this.known = known;
		}

		PlannedLine plan(CohortLine line) {
			List<Reason> reasons = new ArrayList<>(line.reasons());
			Integer earlier = earlier(line);
			Recognised recognised = line.name().isEmpty() ? null : recognise(line, reasons);
			if (recognised != null) {
				Integer same = this.linesByStructure.putIfAbsent(recognised.structureId(), line.line());
				earlier = (earlier != null) ? earlier : same;
			}
			if (earlier != null) {
				reasons.add(Reason.of("imports.line.duplicate", earlier));
			}
			sameName(line.pilot(), line.line(), reasons);
			sameName(line.copilot(), line.line(), reasons);
			boolean counts = reasons.isEmpty();
			List<KnownStructure> namesakes = (recognised == null)
					? this.known.byName().getOrDefault(line.name(), List.of()) : List.of();
			return new PlannedLine(line, recognised, namesakes, person(line.pilot(), counts),
					person(line.copilot(), counts), List.copyOf(reasons));
		}

		private @Nullable Integer earlier(CohortLine line) {
			Integer earlier = null;
			if (line.siret() != null) {
				earlier = this.linesBySiret.putIfAbsent(line.siret().value(), line.line());
			}
			if (!line.name().isEmpty()) {
				Integer same = this.linesByName.putIfAbsent(line.nameAndCommune(), line.line());
				earlier = (earlier != null) ? earlier : same;
			}
			return earlier;
		}

		private @Nullable Recognised recognise(CohortLine line, List<Reason> reasons) {
			KnownStructure found = (line.siret() != null) ? this.known.bySiret().get(line.siret().value()) : null;
			How how = How.SIRET;
			if (found == null) {
				List<KnownStructure> namesakes = this.known.byName().getOrDefault(line.name(), List.of());
				List<KnownStructure> there = namesakes.stream().filter((one) -> sameCommune(one, line)).toList();
				how = (line.commune() != null) ? How.NAME_AND_COMMUNE : How.NAME;
				if (there.isEmpty()) {
					how = How.NAME;
					there = namesakes.stream().filter((one) -> one.commune() == null).toList();
				}
				if (there.isEmpty() && line.commune() == null && !namesakes.isEmpty()) {
					reasons.add(Reason.of("imports.line.whichCommune", namesakes.getFirst().name(),
							String.valueOf(namesakes.getFirst().commune())));
					return null;
				}
				if (there.size() > 1) {
					reasons.add(Reason.of("imports.line.several", there.size()));
					return null;
				}
				found = there.isEmpty() ? null : there.getFirst();
			}
			if (found == null) {
				return null;
			}
			if (line.siret() != null && found.siret() != null && !found.siret().equals(line.siret().value())) {
				reasons.add(Reason.of("imports.line.otherSiret", found.name(), found.siret()));
			}
			if (found.enrolled()) {
				reasons.add(Reason.of("imports.line.enrolled", found.name()));
			}
			return new Recognised(found.id(), found.name(), how);
		}

		private static boolean sameCommune(KnownStructure structure, CohortLine line) {
			if (structure.commune() == null || line.commune() == null) {
				return structure.commune() == null && line.commune() == null;
			}
			return Commune.key(structure.commune()).equals(Commune.key(line.commune()));
		}

		/** One address is one person: two names for it in one file are a mistake. */
		private void sameName(@Nullable Contact contact, int line, List<Reason> reasons) {
			if (contact == null || contact.email() == null) {
				return;
			}
			Contact other = this.namesByEmail.putIfAbsent(contact.email(), contact);
			Integer where = this.linesByEmail.putIfAbsent(contact.email(), line);
			if (other != null && where != null && where != line && !other.called().isSame(contact.called())) {
				reasons.add(Reason.of("imports.line.otherName", contact.email(), other.name(), where));
			}
		}

		private @Nullable PlannedPerson person(@Nullable Contact contact, boolean counts) {
			if (contact == null) {
				return null;
			}
			String email = contact.email();
			Whose whose = (email != null) ? this.known.people().get(email) : null;
			Standing standing = (whose != null) ? Standing.KNOWN : Standing.NEW;
			if (email != null && this.countedEmails.contains(email)) {
				standing = Standing.AGAIN;
			}
			else if (email != null && counts) {
				this.countedEmails.add(email);
			}
			boolean otherwise = whose != null && !whose.isCalled(contact.called());
			return new PlannedPerson(contact, standing, otherwise ? whose : null);
		}

	}

}
