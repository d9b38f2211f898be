package fr.faireavec.journal.web;

import java.util.Optional;

import fr.faireavec.imports.ImportDrafts;
import fr.faireavec.imports.SentTable;
import fr.faireavec.journal.JournalColumn;
import fr.faireavec.journal.JournalFile;
import fr.faireavec.journal.JournalImport;
import fr.faireavec.journal.JournalPlan;
import fr.faireavec.journal.JournalPlanning;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Flash;
import fr.faireavec.web.FrenchFormat;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The journal as a table, out and in again. */
@Controller
class JournalFileController {

	private static final String PAGE = "/parcours/{slug}/journal/import";

	private final JournalFile file;

	private final JournalPlanning planning;

	private final JournalImport journalImport;

	private final ImportDrafts drafts;

	private final FrenchFormat french;

	JournalFileController(JournalFile file, JournalPlanning planning, JournalImport journalImport, ImportDrafts drafts,
			FrenchFormat french) {
		this.file = file;
		this.planning = planning;
		this.journalImport = journalImport;
		this.drafts = drafts;
		this.french = french;
	}

	@GetMapping("/parcours/{slug}/journal.csv")
	ResponseEntity<byte[]> export(Seat seat) {
		return this.file.of(reading(seat)).named("journal-" + seat.parcours().getSlug());
	}

	@GetMapping(PAGE)
	String blank(Seat seat, Model model) {
		model.addAttribute("form", new JournalImportForm());
		return upload(reading(seat), model);
	}

	/** Reads and shows; writes nothing. */
	@PostMapping(PAGE)
	String preview(Seat seat, @Valid @ModelAttribute("form") JournalImportForm form, BindingResult errors,
			Model model) {
		reading(seat);
		Optional<JournalPlan> plan = Submission.of(errors, () -> {
			String text = SentTable.text(form.file);
			JournalPlan read = this.planning.plan(seat, text);
			form.draft = this.drafts.keep(seat.viewer().personId(), seat.parcours().getId(), text).toString();
			return read;
		});
		return plan.isEmpty() ? upload(seat, model) : shown(plan.get(), model);
	}

	@PostMapping(PAGE + "/confirmation")
	String confirm(Seat seat, @ModelAttribute("form") JournalImportForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		reading(seat);
		Optional<JournalPlan> done = Submission.of(errors,
				() -> this.journalImport.carryOut(seat, form.draft, form.accepted));
		if (done.isEmpty()) {
			return again(seat, form, model);
		}
		redirect.addFlashAttribute("flash",
				Flash.done("journal.import.done",
						this.french.count(done.get().created(), "journal.import.count.created"),
						this.french.count(done.get().changed(), "journal.import.count.changed")));
		return "redirect:/parcours/" + seat.parcours().getSlug() + "/journal";
	}

	/**
	 * What it would write by now, or the page to send it from if it is no longer there.
	 */
	private String again(Seat seat, JournalImportForm form, Model model) {
		Optional<String> text = this.drafts.find(seat.viewer().personId(), seat.parcours().getId(), form.draft);
		return text.isEmpty() ? upload(seat, model) : shown(this.planning.plan(seat, text.get()), model);
	}

	private static Seat reading(Seat seat) {
		if (seat instanceof Seat.Funding) {
			throw new NotFound();
		}
		return seat;
	}

	private String upload(Seat seat, Model model) {
		model.addAttribute("columns", JournalColumn.values());
		model.addAttribute("open", seat.parcours().getStatus().keepsItsPeople());
		return "journal/import";
	}

	private String shown(JournalPlan plan, Model model) {
		model.addAttribute("plan", plan);
		return "journal/import-preview";
	}

}
