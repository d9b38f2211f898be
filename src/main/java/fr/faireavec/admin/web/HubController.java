package fr.faireavec.admin.web;

import java.util.List;
import java.util.Locale;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.admin.Attention;
import fr.faireavec.jobs.JobStanding;
import fr.faireavec.jobs.JobStandings;
import fr.faireavec.web.FrenchFormat;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The door of the administration: what each of its pages counts. */
@Controller
class HubController {

	private final Attention attention;

	private final JobStandings jobs;

	private final FrenchFormat french;

	private final MessageSource messages;

	HubController(Attention attention, JobStandings jobs, FrenchFormat french, MessageSource messages) {
		this.attention = attention;
		this.jobs = jobs;
		this.french = french;
		this.messages = messages;
	}

	@GetMapping("/administration")
	String hub(Viewer viewer, Model model) {
		Attention.Now now = this.attention.now();
		model.addAttribute("cards",
				List.of(accounts(now), letters(now), Card.quiet("audit", count(now.lately(), "lately")),
						Card.quiet("listes", lists(now)), settings(now), data(now)));
		List<JobStanding> jobs = this.jobs.all();
		model.addAttribute("jobs", jobs);
		model.addAttribute("failing", jobs.stream().filter((job) -> job.failuresInARow() > 0).toList());
		model.addAttribute("alone", now.administrators() == 1);
		return "admin/hub";
	}

	private Card accounts(Attention.Now now) {
		return (now.waiting() > 0) ? new Card("comptes", count(now.waiting(), "waiting"), true)
				: Card.quiet("comptes", count(now.people(), "people"));
	}

	private Card letters(Attention.Now now) {
		if (now.dead() > 0) {
			return new Card("courriers", this.french.count(now.dead(), "admin.letters.dead"), true);
		}
		return Card.quiet("courriers", this.french.count(now.posted(), "admin.letters.waiting"));
	}

	private String lists(Attention.Now now) {
		String entries = count(now.entries(), "entries");
		return (now.rate() != null) ? say("admin.hub.rate", entries, this.french.euros(now.rate())) : entries;
	}

	private Card settings(Attention.Now now) {
		return (now.unsaid() > 0) ? new Card("reglages", count(now.unsaid(), "unsaid"), true)
				: Card.quiet("reglages", say("admin.hub.said"));
	}

	private Card data(Attention.Now now) {
		if (now.asked() > 0) {
			return new Card("donnees", count(now.asked(), "asked"), true);
		}
		return (now.due() > 0) ? new Card("donnees", count(now.due(), "due"), true)
				: Card.quiet("donnees", say("admin.hub.nothingAsked"));
	}

	private String count(long number, String key) {
		return this.french.count(number, "admin.hub." + key);
	}

	private String say(String key, Object... args) {
		return this.messages.getMessage(key, args, Locale.FRENCH);
	}

}
