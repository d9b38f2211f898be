package fr.faireavec.syntheses.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

import fr.faireavec.bilans.BilanDocument;
import fr.faireavec.bilans.BilanView;
import fr.faireavec.bilans.BilanViews;
import fr.faireavec.bilans.BilanWords;
import fr.faireavec.bilans.Figures;
import fr.faireavec.bilans.LiveBilan;
import fr.faireavec.bilans.Synthesis;
import fr.faireavec.syntheses.PublicStory;
import fr.faireavec.web.Stone;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts what a public page tells into words. */
@Component
class PublicPages {

	private final BilanViews views;

	private final BilanWords words;

	private final MessageSource messages;

	PublicPages(BilanViews views, BilanWords words, MessageSource messages) {
		this.views = views;
		this.words = words;
		this.messages = messages;
	}

	/** What was planned is between the network and each funder: nothing of it is told. */
	PublicPage of(PublicStory story) {
		BilanDocument document = story.bilan().document();
		Figures figures = document.figures();
		BilanView view = this.views.of(figures, story.told().stream().map(LiveBilan.Logged::line).toList(), List.of(),
				Synthesis.NONE);
		List<PublicPage.Told> told = IntStream.range(0, story.told().size())
			.mapToObj((at) -> new PublicPage.Told(view.actions().get(at),
					story.photos()
						.stream()
						.filter((photo) -> photo.actionId().equals(story.told().get(at).id()))
						.toList()))
			.toList();
		List<String> codes = view.synthesis().rows().stream().map((row) -> row.line().code()).toList();
		return new PublicPage(href(story.parcours().getSlug()), document.parcours(), document.programme(),
				document.territory(), view.period(), view.synthesis().lead(), view.synthesis().rows(),
				figures.sessions().days().stream().map(this::stone).toList(), told, story.named(),
				Math.max(0, figures.structures().enrolled() - story.named().size()),
				figures.targets()
					.stream()
					.map(Figures.Target::mention)
					.filter((said) -> !said.isBlank())
					.distinct()
					.toList(),
				view.rules().stream().filter((rule) -> codes.contains(rule.code())).toList(),
				say("source", this.words.known("bilans.kind", document.kind().name()), document.number(),
						this.words.french().moment(document.publishedAt())));
	}

	static String href(String slug) {
		return "/synthese/" + slug;
	}

	private Stone stone(Figures.Day day) {
		Stone.State state = switch (day.state()) {
			case "HELD" -> Stone.State.HELD;
			case "CANCELLED" -> Stone.State.CANCELLED;
			case "SCHEDULED" -> Stone.State.SCHEDULED;
			default -> Stone.State.TO_PLAN;
		};
		String when = this.words.french().date(day.date());
		return new Stone(Stone.Kind.DAY, this.words.number(day.rank()), day.title(), when.isEmpty() ? null : when, null,
				state, null, this.words.known("sessions.state", day.state()));
	}

	private String say(String key, Object... with) {
		return Objects.requireNonNull(this.messages.getMessage("syntheses." + key, with, Locale.FRENCH));
	}

}
