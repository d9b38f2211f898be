package fr.faireavec.bilans;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fr.faireavec.narratives.Section;
import fr.faireavec.narratives.Sentence;
import fr.faireavec.narratives.Sentences;

import org.springframework.stereotype.Component;

/**
 * Says in a sentence what each figure worth telling says; nothing of what is not there.
 */
@Component
public class FigureSentences implements Sentences {

	private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

	private final BilanFigures figures;

	private final BilanWords words;

	FigureSentences(BilanFigures figures, BilanWords words) {
		this.figures = figures;
		this.words = words;
	}

	@Override
	public List<Sentence> of(UUID parcoursId, LocalDate from, LocalDate to) {
		Period period = new Period(from, to);
		return of(this.figures.of(parcoursId, period.from(), period.to()));
	}

	/** The same of figures at hand. */
	public List<Sentence> of(Figures figures) {
		List<Sentence> said = new ArrayList<>();
		Figures.Structures structures = figures.structures();
		Figures.Actions actions = figures.actions();
		if (structures.enrolled() > 0) {
			say(said, "engaged", Section.CONTEXT, structures.engaged(), structures.enrolled());
		}
		sayRate(said, "sessions", Section.DONE, figures.sessions().held());
		Rate presence = structures.presence();
		if (presence.numerator() > 0) {
			add(said, "presence", Section.DONE,
					this.words.say("say.presence", this.words.number(presence.numerator()),
							this.words.number(presence.denominator()),
							this.words.french().percent(presence.numerator(), presence.denominator())));
		}
		sayRate(said, "meetings", Section.DONE, figures.meetings().held());
		if (figures.people().present() > 0) {
			say(said, "people", Section.DONE, figures.people().present(),
					BigDecimal.valueOf(figures.people().minutes()).divide(MINUTES, 2, RoundingMode.HALF_UP));
		}
		if (actions.done() > 0) {
			say(said, "done", Section.DONE, actions.done(), actions.structuresWithDone(), structures.enrolled());
		}
		changed(figures, said);
		if (actions.ongoing() > 0) {
			say(said, "ongoing", Section.NEXT, actions.ongoing());
		}
		if (actions.logged() > 0) {
			say(said, "planned", Section.NEXT, actions.logged());
		}
		return said;
	}

	private void changed(Figures figures, List<Sentence> said) {
		Figures.Involvement involvement = figures.involvement();
		if (involvement != null) {
			sayRate(said, "beyond", Section.CHANGED, involvement.beyond());
		}
		Figures.ServiceUsers users = figures.serviceUsers();
		if (users != null && users.involved() > 0) {
			say(said, "involved", Section.CHANGED, users.involved());
		}
		if (figures.hours().contributed().signum() > 0) {
			say(said, "volunteer", Section.CHANGED, figures.hours().contributed(), figures.hours().volunteer());
		}
		if (figures.actions().abandoned() > 0) {
			say(said, "abandoned", Section.CHANGED, figures.actions().abandoned());
		}
		Rate kept = figures.structures().kept();
		if (kept != null) {
			sayRate(said, "kept", Section.CHANGED, kept);
		}
	}

	private void sayRate(List<Sentence> said, String key, Section section, Rate rate) {
		if (rate.numerator() > 0) {
			say(said, key, section, rate.numerator(), rate.denominator());
		}
	}

	private void say(List<Sentence> said, String key, Section section, Number... numbers) {
		Object[] shown = new Object[numbers.length];
		for (int i = 0; i < numbers.length; i++) {
			shown[i] = this.words.number(numbers[i]);
		}
		add(said, key, section, this.words.say("say." + key, shown));
	}

	private static void add(List<Sentence> said, String key, Section section, String words) {
		said.add(new Sentence(key, section, words));
	}

}
