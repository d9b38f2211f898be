package fr.faireavec.privacy.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.privacy.Keeping;
import fr.faireavec.privacy.ProcessingRegister;
import fr.faireavec.privacy.ProcessingRegister.Declaration;
import fr.faireavec.settings.Settings;
import fr.faireavec.settings.Wording;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The register of processing, and the notice for everybody: one source for both. */
@Controller
class ProcessingController {

	private final ProcessingRegister register;

	private final FileView words;

	private final Keeping keeping;

	private final Settings settings;

	ProcessingController(ProcessingRegister register, FileView words, Keeping keeping, Settings settings) {
		this.settings = settings;
		this.register = register;
		this.words = words;
		this.keeping = keeping;
	}

	@GetMapping("/administration/donnees/registre")
	String register(Viewer viewer, Model model) {
		model.addAttribute("activities", activities());
		return "privacy/register";
	}

	/** Open to everybody, signed in or not. */
	@GetMapping("/confidentialite")
	String notice(Model model) {
		Settings.Current current = this.settings.current();
		model.addAttribute("network", current.say(Wording.NETWORK_NAME));
		model.addAttribute("contacts",
				Stream.of(Wording.DATA_CONTACT, Wording.CONTACT_EMAIL, Wording.POSTAL_ADDRESS)
					.map(current::say)
					.filter((said) -> !said.isEmpty())
					.distinct()
					.toList());
		model.addAttribute("activities", activities());
		return "privacy/notice";
	}

	private List<Activity> activities() {
		Map<String, List<Declaration>> byPurpose = new LinkedHashMap<>();
		this.register.personal()
			.forEach((declaration) -> byPurpose.computeIfAbsent(declaration.purpose(), (key) -> new ArrayList<>())
				.add(declaration));
		List<Activity> activities = new ArrayList<>();
		Map<String, String> lengths = this.keeping.inWords();
		byPurpose.forEach((purpose, declared) -> activities.add(activity(purpose, declared, lengths)));
		return activities;
	}

	private Activity activity(String purpose, List<Declaration> declared, Map<String, String> lengths) {
		String key = "privacy.purpose." + purpose + ".";
		return new Activity(purpose, say(key + "title"), say(key + "why"), say(key + "basis"), say(key + "recipients"),
				each(declared, Declaration::whose, "privacy.whose."),
				each(declared, Declaration::kind, "privacy.kind."),
				declared.stream().map(Declaration::kept).distinct().map((code) -> kept(code, lengths)).toList(),
				declared.stream().map((one) -> line(one, lengths)).toList());
	}

	private Line line(Declaration declaration, Map<String, String> lengths) {
		return new Line(declaration.name(), say("privacy.kind." + declaration.kind()),
				kept(declaration.kept(), lengths),
				say("privacy.export." + (declaration.isExported() ? "exported" : declaration.withheldBecause())),
				say("privacy.erasure."
						+ (declaration.isForgotten() ? declaration.erasure() : declaration.keptBecause())));
	}

	private String kept(String code, Map<String, String> lengths) {
		return this.words.say("privacy.keeping." + code, code, lengths.getOrDefault(code, ""));
	}

	private List<String> each(List<Declaration> declared, Function<Declaration, ?> part, String key) {
		TreeSet<String> said = new TreeSet<>();
		declared.forEach((declaration) -> said.add(say(key + part.apply(declaration))));
		return List.copyOf(said);
	}

	private String say(String key) {
		return this.words.say(key, key);
	}

	/** Everything that is done for one purpose. */
	public record Activity(String code, String title, String why, String basis, String recipients, List<String> whose,
			List<String> kinds, List<String> kept, List<Line> lines) {
	}

	/** One column of the schema, in words. */
	public record Line(String column, String kind, String kept, String export, String erasure) {
	}

}
