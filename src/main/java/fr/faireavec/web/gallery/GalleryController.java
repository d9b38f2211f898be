package fr.faireavec.web.gallery;

import java.util.List;
import java.util.stream.IntStream;

import fr.faireavec.kernel.Warning;
import fr.faireavec.web.BarChart;
import fr.faireavec.web.BarChart.Bar;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Option;
import fr.faireavec.web.PageOf;
import fr.faireavec.web.Stone;
import fr.faireavec.web.Stone.Kind;
import fr.faireavec.web.Stone.State;
import fr.faireavec.web.gallery.GalleryForm.Level;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The gallery of the demo: {@code /_composants}, and what the form there says back. */
@Controller
@ConditionalOnProperty("faireavec.demo")
@RequestMapping("/_composants")
class GalleryController {

	@GetMapping
	String show(@ModelAttribute("form") GalleryForm form, Model model) {
		return page(model);
	}

	@PostMapping
	String check(@Valid @ModelAttribute("form") GalleryForm form, BindingResult errors, Model model) {
		if (!errors.hasErrors()) {
			model.addAttribute("flash", Flash.withUndo("web.gallery.done", "/_composants", form.title));
		}
		return page(model);
	}

	private static String page(Model model) {
		model.addAttribute("levels",
				List.of(new Option(Level.INFORMATION.name(), "Information", "On dit ce qui est décidé."),
						new Option(Level.CONSULTATION.name(), "Consultation", "On demande un avis."),
						new Option(Level.CONCERTATION.name(), "Concertation")));
		model.addAttribute("warnings",
				List.of(Warning.of("web.gallery.warning.holidays"), Warning.of("web.gallery.warning.rank")));
		model.addAttribute("icons",
				List.of("home", "calendar", "map-pin", "users", "user", "check", "circle-check", "x", "plus", "pencil",
						"trash", "download", "upload", "printer", "arrow-right", "arrow-left", "chevron-right",
						"chevron-down", "clock", "video", "file-text", "log-in", "log-out", "sun", "moon",
						"alert-triangle", "info", "search", "menu", "undo", "bell", "mail", "send", "quote", "key",
						"external-link", "lock"));
		model.addAttribute("tabs", List.of(tab("Vue d’ensemble", true), tab("Structures", false), tab("Séances", false),
				tab("Rendez-vous", false), tab("Journal", false), tab("Bilan", false), tab("Historique", false)));
		model.addAttribute("stones", stones());
		model.addAttribute("chart", new BarChart("9 actions sur 15 vont au-delà de la concertation",
				List.of(bar("Information", 1, false), bar("Consultation", 2, false), bar("Concertation", 3, false),
						bar("Co-construction", 5, true), bar("Co-décision", 3, true),
						bar("Portage par les usagers", 1, true)),
				"Niveau", "Actions", "au-delà de la concertation"));
		model.addAttribute("page", new PageOf<>(IntStream.range(80, 100).boxed().toList(), 5, 20, 214));
		return "web/composants";
	}

	/** The one form with lines, two of them. */
	@InitBinder
	void bind(WebDataBinder binder) {
		binder.setAllowedFields(StringUtils.addStringToArray(binder.getAllowedFields(), "lines[*].name"));
	}

	private static List<Stone> stones() {
		return List.of(day("1", "Faire commun", "8 oct.", "8/8 structures", State.HELD, "/_composants", "tenue"),
				day("2", "Le déjà-là", "12 nov.", "7/8 structures", State.HELD, "/_composants", "tenue"),
				meeting("Rendez-vous individuels, premier tour", "6/8 tenus", State.HELD, "en cours"),
				day("3", "Accueillir, créer des leviers", "jeu. 10 déc.", "Val-des-Sources", State.NEXT, "/_composants",
						"prochaine"),
				day("4", "Coproduire le service", null, "sondage : 9/14 réponses", State.POLLING, "/_composants",
						"sondage ouvert"),
				day("5", "Valoriser l’implication", "ven. 12 mars", null, State.SCHEDULED, null, "fixée"),
				meeting("Rendez-vous individuels, second tour", "0/8", State.TO_PLAN, "à planifier"),
				day("6", "Évaluer, interagir avec son territoire", null, "reportée", State.CANCELLED, null, "annulée"),
				day("7", "Retours collectifs", "à planifier", "juin", State.TO_PLAN, null, "à planifier"));
	}

	private static Stone day(String label, String title, @Nullable String when, @Nullable String note, State state,
			@Nullable String href, String stateLabel) {
		return new Stone(Kind.DAY, label, title, when, note, state, href, stateLabel);
	}

	private static Stone meeting(String title, String note, State state, String stateLabel) {
		return new Stone(Kind.MEETING, "R", title, null, note, state, null, stateLabel);
	}

	private static Bar bar(String label, long value, boolean strong) {
		return new Bar(label, value, Long.toString(value), strong);
	}

	private static Tab tab(String label, boolean current) {
		return new Tab("/_composants", label, current);
	}

	/** An entry of a navigation. */
	record Tab(String href, String label, boolean current) {

	}

}
