package fr.faireavec.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import fr.faireavec.structures.LegalForm;
import org.jspecify.annotations.Nullable;

/**
 * Files that give each person a line: those of one structure are made one, its pilot
 * first and its copilot then, unless a column says who is what. What the first line says
 * of the structure need not be said again.
 */
final class PersonLines {

	private final Map<String, Integer> places = new HashMap<>();

	private final List<CohortLine> grouped = new ArrayList<>();

	private final boolean roled;

	private PersonLines(boolean roled) {
		this.roled = roled;
	}

	/** The structures these lines are about; the lines themselves in any other file. */
	static List<CohortLine> grouped(List<CohortLine> lines, CohortFile file) {
		boolean apart = !file.has(Column.ROLE) && (file.has(Column.COPILOT_NAME) || file.has(Column.COPILOT_FAMILY_NAME)
				|| file.has(Column.COPILOT_EMAIL));
		if (apart) {
			return lines;
		}
		PersonLines people = new PersonLines(file.has(Column.ROLE));
		lines.forEach(people::take);
		return people.grouped;
	}

	private void take(CohortLine line) {
		Integer place = place(line);
		if (place != null && isSomebodyElse(this.grouped.get(place), line)) {
			this.grouped.set(place, joined(this.grouped.get(place), line));
			return;
		}
		remember(line, this.grouped.size());
		this.grouped.add(line);
	}

	/** Where its structure is; under a merged cell, the one of the line before. */
	private @Nullable Integer place(CohortLine line) {
		if (line.name().isEmpty()) {
			boolean below = !this.grouped.isEmpty() && line.siret() == null && line.commune() == null;
			return below ? Integer.valueOf(this.grouped.size() - 1) : null;
		}
		Integer there = this.places.get(line.nameAndCommune());
		if (line.siret() != null) {
			boolean unknown = there != null && this.grouped.get(there).siret() == null;
			Integer same = this.places.get(line.siret().value());
			return (same == null && unknown) ? there : same;
		}
		return (there == null && line.commune() == null) ? this.places.get(named(line)) : there;
	}

	/**
	 * By its SIRET, its name and commune, or its name where nothing else is said again.
	 */
	private void remember(CohortLine line, int place) {
		if (line.siret() != null) {
			this.places.putIfAbsent(line.siret().value(), place);
		}
		this.places.putIfAbsent(line.nameAndCommune(), place);
		this.places.putIfAbsent(named(line), place);
	}

	private static String named(CohortLine line) {
		return "name " + Plain.key(line.name());
	}

	private static boolean isSomebodyElse(CohortLine first, CohortLine line) {
		Contact other = person(line);
		return other != null && !other.equals(first.pilot()) && !other.equals(first.copilot());
	}

	private static @Nullable Contact person(CohortLine line) {
		return (line.pilot() != null) ? line.pilot() : line.copilot();
	}

	private CohortLine joined(CohortLine first, CohortLine next) {
		List<Reason> reasons = new ArrayList<>(first.reasons());
		next.reasons()
			.stream()
			.filter((reason) -> !List.of("imports.line.noName", "imports.line.noForm").contains(reason.messageKey()))
			.forEach(reasons::add);
		Contact pilot = first.pilot();
		Contact copilot = first.copilot();
		Contact other = Objects.requireNonNull(person(next));
		boolean second = next.copilot() != null || (!this.roled && pilot != null);
		if ((second ? copilot : pilot) != null) {
			reasons
				.add(Reason.of(this.roled ? "imports.line.sameRole" : "imports.line.third", next.line(), other.name()));
		}
		else if (second) {
			copilot = other;
		}
		else {
			pilot = other;
		}
		if (pilot != null && copilot != null && pilot.email() != null && pilot.email().equals(copilot.email())) {
			reasons.add(Reason.of("imports.line.sameEmail", Plain.clipped(pilot.email())));
		}
		LegalForm form = (first.legalForm() != null) ? first.legalForm() : next.legalForm();
		if (form != null) {
			reasons.removeIf((reason) -> "imports.line.noForm".equals(reason.messageKey()));
		}
		if (next.legalForm() != null && next.legalForm() != form) {
			reasons.add(Reason.of("imports.line.twoForms", next.line()));
		}
		if (next.dated() && !next.from().equals(first.from())) {
			reasons.add(Reason.of("imports.line.twoDates", next.line()));
		}
		boolean signed = first.signatory() != null;
		if (signed && next.signatory() != null && !next.signatory().equals(first.signatory())) {
			reasons.add(Reason.of("imports.line.twoSignatories", next.line()));
		}
		return new CohortLine(first.line(), Stream.concat(first.lines().stream(), next.lines().stream()).toList(),
				first.name(), form, (first.siret() != null) ? first.siret() : next.siret(),
				(first.commune() != null) ? first.commune() : next.commune(),
				(first.departement() != null) ? first.departement() : next.departement(), pilot, copilot, first.from(),
				first.dated(), signed ? first.signatory() : next.signatory(),
				signed ? first.signedOn() : next.signedOn(), List.copyOf(reasons));
	}

}
