package fr.faireavec.bilans.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import fr.faireavec.announcements.Announcement;
import fr.faireavec.bilans.Audience;
import fr.faireavec.bilans.BilanFigures;
import fr.faireavec.bilans.BilanKind;
import fr.faireavec.bilans.BilanView;
import fr.faireavec.bilans.BilanViews;
import fr.faireavec.bilans.BilanWords;
import fr.faireavec.bilans.Bilans;
import fr.faireavec.bilans.FigureSentences;
import fr.faireavec.bilans.Line;
import fr.faireavec.bilans.LiveBilan;
import fr.faireavec.bilans.Period;
import fr.faireavec.bilans.Rate;
import fr.faireavec.bilans.Readers;
import fr.faireavec.bilans.Synthesis;
import fr.faireavec.bilans.Told;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.narratives.Draft;
import fr.faireavec.narratives.Drafts;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.web.Option;
import fr.faireavec.web.Submission;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/**
 * What the animation sees before it publishes: the figures now, and who will read them.
 */
@Component
class PreviewPages {

	private final BilanFigures figures;

	private final Bilans bilans;

	private final Readers readers;

	private final Drafts drafts;

	private final FigureSentences sentences;

	private final BilanViews views;

	private final BilanWords words;

	private final Clock clock;

	PreviewPages(BilanFigures figures, Bilans bilans, Readers readers, Drafts drafts, FigureSentences sentences,
			BilanViews views, BilanWords words, Clock clock) {
		this.figures = figures;
		this.bilans = bilans;
		this.readers = readers;
		this.drafts = drafts;
		this.sentences = sentences;
		this.views = views;
		this.words = words;
		this.clock = clock;
	}

	String show(Parcours parcours, BilanForm form, BindingResult errors, Model model) {
		Period period = period(parcours, form, errors);
		UUID id = parcours.getId();
		LiveBilan live = this.figures.live(id, period.from(), period.to());
		Rate people = this.figures.peoplePresence(id, period.from(), period.to());
		model.addAttribute("parcours", parcours);
		model.addAttribute("period", period);
		model.addAttribute("charts", "/parcours/" + parcours.getSlug() + "/bilan");
		model.addAttribute("which", "?from=" + period.from() + "&to=" + period.to());
		BilanView view = this.views.of(live.figures(), live.told(), live.figures().targets(), Synthesis.NONE);
		model.addAttribute("view", view);
		Draft draft = this.drafts.of(id);
		model.addAttribute("told", Told.of(this.words, draft.narrative()));
		model.addAttribute("outdated", draft.outdated(this.sentences.of(live.figures())).size());
		model.addAttribute("far", view.lines().stream().filter(Line::far).toList());
		model.addAttribute("tellable",
				live.published()
					.stream()
					.map((action) -> new Option(action.id().toString(),
							this.words.say("differs.action", action.line().title(), action.line().structure())))
					.toList());
		model.addAttribute("people",
				this.words.say("people.presence", this.words.french().percent(people.numerator(), people.denominator()),
						this.words.number(people.numerator()), this.words.number(people.denominator())));
		Bilans.Preparation preparation = this.bilans.preparation(id);
		Optional<Announcement> announced = preparation.announced();
		model.addAttribute("announced", announced.map(this::announced).orElse(null));
		model.addAttribute("hasty",
				announced.filter((one) -> one.allows(period.from(), period.to(), this.clock.instant())).isEmpty());
		model.addAttribute("announceable",
				announced.filter((one) -> one.from().equals(period.from()) && one.to().equals(period.to())).isEmpty());
		model.addAttribute("withheld",
				live.logged()
					.stream()
					.filter(LiveBilan.Logged::withheld)
					.map((action) -> this.words.say("differs.action", action.line().title(), action.line().structure()))
					.toList());
		model.addAttribute("notices", notices(parcours, period, live));
		model.addAttribute("versions",
				preparation.versions().stream().map((version) -> VersionView.of(this.words, version)).toList());
		model.addAttribute("readers", this.readers.of(id).stream().map(this::reading).toList());
		model.addAttribute("kinds",
				Stream.of(BilanKind.values())
					.map((kind) -> new Option(kind.name(), this.words.say("kind." + kind)))
					.toList());
		model.addAttribute("publishable", parcours.getStatus().hasStarted());
		return "bilans/preview";
	}

	/** What was asked for; the parcours's own dates for what was not, or cannot be. */
	static Period period(Parcours parcours, BilanForm form, BindingResult errors) {
		if (form.from == null && !errors.hasFieldErrors("from")) {
			form.from = parcours.getStartsOn();
		}
		if (form.to == null && !errors.hasFieldErrors("to")) {
			form.to = parcours.getEndsOn();
		}
		LocalDate from = form.from;
		LocalDate to = form.to;
		if (from != null && to != null && !errors.hasFieldErrors("from") && !errors.hasFieldErrors("to")) {
			try {
				return new Period(from, to);
			}
			catch (Refusal refusal) {
				Submission.reject(errors, refusal);
			}
		}
		return new Period(parcours.getStartsOn(), parcours.getEndsOn());
	}

	private String announced(Announcement announcement) {
		return this.words.say("announced", this.words.french().moment(announcement.announcedAt()),
				this.words.french().date(announcement.from()), this.words.french().date(announcement.to()),
				this.words.french().moment(announcement.due()));
	}

	private List<String> notices(Parcours parcours, Period period, LiveBilan live) {
		List<String> notices = new ArrayList<>();
		if (period.to().isAfter(parcours.today(this.clock))) {
			notices.add(this.words.say("notice.future", this.words.french().date(period.to())));
		}
		if (live.figures().structures().kept() == null) {
			notices.add(this.words.say("notice.open"));
		}
		if (live.figures().actions().awaiting() > 0) {
			notices.add(this.words.count(live.figures().actions().awaiting(), "notice.awaiting"));
		}
		return notices;
	}

	private Reading reading(Audience audience) {
		return new Reading(audience.funder(), audience.readers().isEmpty() ? this.words.say("readers.nobody")
				: String.join(", ", audience.readers()));
	}

	/** A funder, and who reads for it. */
	record Reading(String funder, String who) {
	}

}
