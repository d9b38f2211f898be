package fr.faireavec.parcours;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.faireavec.templates.ParcoursTemplate;
import fr.faireavec.templates.ParcoursTemplates;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows what each template offers, before anything is made. */
@Component
@Transactional(readOnly = true)
public class ProgrammeOutlines {

	private final ParcoursTemplates templates;

	ProgrammeOutlines(ParcoursTemplates templates) {
		this.templates = templates;
	}

	public List<Offer> offers() {
		return this.templates.all()
			.stream()
			.map((template) -> new Offer(template.getCode(), template.getTitle(), template.getDescription()))
			.toList();
	}

	/** Empty when no template has this code. */
	public Optional<ProgrammeOutline> outline(String code, @Nullable LocalDate from, @Nullable LocalDate to) {
		Optional<ParcoursTemplate> template = this.templates.findByCode(code);
		return template.map((found) -> ProgrammeOutline.of(found, from, to));
	}

	/** A template one may choose. */
	public record Offer(String code, String title, String description) {
	}

}
