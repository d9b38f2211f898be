package fr.faireavec.parcours.web;

import java.util.List;
import java.util.Locale;

import fr.faireavec.parcours.ProgrammeOutline;
import fr.faireavec.parcours.ProgrammeOutlines;
import fr.faireavec.web.FrenchFormat;
import fr.faireavec.web.Stone;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Draws the programme a form would make as a chemin. */
@Component
class OutlineStones {

	private final ProgrammeOutlines outlines;

	private final MessageSource messages;

	private final FrenchFormat french;

	OutlineStones(ProgrammeOutlines outlines, MessageSource messages, FrenchFormat french) {
		this.outlines = outlines;
		this.messages = messages;
		this.french = french;
	}

	void show(ParcoursForm form, Model model) {
		this.outlines.outline(form.template, form.startsOn, form.endsOn).ifPresent((outline) -> {
			model.addAttribute("stones", stones(outline));
			model.addAttribute("weeks", outline.weeksBetweenDays());
			model.addAttribute("tight", outline.isTight());
			model.addAttribute("loose", outline.isLoose());
		});
	}

	private List<Stone> stones(ProgrammeOutline outline) {
		return outline.steps().stream().map(this::stone).toList();
	}

	private Stone stone(ProgrammeOutline.Step step) {
		String state = word("web.chemin.toPlan");
		if (step.meeting()) {
			return new Stone(Stone.Kind.MEETING, word("parcours.outline.meeting.letter"), step.title(), null,
					word("parcours.outline.meeting.after", step.rank()), Stone.State.TO_PLAN, null, state);
		}
		String around = (step.around() != null) ? word("parcours.outline.around", this.french.shortDay(step.around()))
				: null;
		return new Stone(Stone.Kind.DAY, String.valueOf(step.rank()), step.title(), around, null, Stone.State.TO_PLAN,
				null, state);
	}

	private String word(String key, Object... args) {
		return this.messages.getMessage(key, args, Locale.FRENCH);
	}

}
