package fr.faireavec.imports.web;

import java.util.List;
import java.util.Optional;

import fr.faireavec.imports.CohortFile;
import fr.faireavec.imports.CohortImport;
import fr.faireavec.imports.CohortPlan;
import fr.faireavec.imports.CohortPlanning;
import fr.faireavec.imports.Column;
import fr.faireavec.imports.ImportDrafts;
import fr.faireavec.imports.SentTable;
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

/** Takes a cohort's file, shows what it would write, writes it once confirmed. */
@Controller
class ImportController {

	private final CohortPlanning planning;

	private final CohortImport cohortImport;

	private final ImportDrafts drafts;

	private final ModelFile modelFile;

	private final FrenchFormat french;

	ImportController(CohortPlanning planning, CohortImport cohortImport, ImportDrafts drafts, ModelFile modelFile,
			FrenchFormat french) {
		this.planning = planning;
		this.cohortImport = cohortImport;
		this.drafts = drafts;
		this.modelFile = modelFile;
		this.french = french;
	}

	@GetMapping("/parcours/{slug}/structures/import")
	String blank(Seat.Running seat, Model model) {
		model.addAttribute("form", new ImportForm());
		return upload(seat, model);
	}

	@GetMapping("/parcours/{slug}/structures/import/modele.csv")
	ResponseEntity<byte[]> fileToFillIn(Seat.Running seat) {
		return this.modelFile.named("modele-cohorte");
	}

	/** Reads and shows; writes nothing. */
	@PostMapping("/parcours/{slug}/structures/import")
	String preview(Seat.Running seat, @Valid @ModelAttribute("form") ImportForm form, BindingResult errors,
			Model model) {
		this.drafts.forget(seat.viewer().personId());
		Optional<Read> read = Submission.of(errors, () -> read(seat, SentTable.text(form.file)));
		return read.isEmpty() ? upload(seat, model) : looked(seat, read.get(), form, errors, model);
	}

	/** The refused lines said otherwise, or left out; writes nothing either. */
	@PostMapping("/parcours/{slug}/structures/import/correction")
	String correct(Seat.Running seat, @ModelAttribute("form") ImportForm form, BindingResult errors, Model model) {
		Optional<String> draft = draft(seat, form, errors);
		if (draft.isEmpty()) {
			return upload(seat, model);
		}
		Optional<Read> read = Submission.of(errors,
				() -> read(seat, CohortFile.read(draft.get()).corrected(form.typed(), form.leftOut)));
		if (read.isPresent()) {
			form.cell.clear();
			return looked(seat, read.get(), form, errors, model);
		}
		// What was typed is still there; the file is what it was.
		return errors.hasFieldErrors("file") ? upload(seat, model) : shown(seat, read(seat, draft.get()), form, model);
	}

	private Read read(Seat seat, String text) {
		seat.parcours().requireOpenToWork();
		CohortFile file = CohortFile.read(text);
		return new Read(text, file, this.planning.plan(seat.parcours(), file));
	}

	private String looked(Seat.Running seat, Read read, ImportForm form, BindingResult errors, Model model) {
		form.draft = this.drafts.keep(seat.viewer().personId(), seat.parcours().getId(), read.text()).toString();
		if (read.plan().isRefused()) {
			refuse(errors, read.plan());
		}
		return shown(seat, read, form, model);
	}

	private Optional<String> draft(Seat seat, ImportForm form, BindingResult errors) {
		Optional<String> draft = this.drafts.find(seat.viewer().personId(), seat.parcours().getId(), form.draft);
		if (draft.isEmpty()) {
			errors.reject("imports.draft.gone");
		}
		return draft;
	}

	@PostMapping("/parcours/{slug}/structures/import/confirmation")
	String confirm(Seat.Running seat, @ModelAttribute("form") ImportForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		Optional<String> draft = draft(seat, form, errors);
		if (draft.isEmpty()) {
			return upload(seat, model);
		}
		Optional<CohortFile> file = Submission.of(errors, () -> CohortFile.read(draft.get()));
		if (file.isEmpty()) {
			return upload(seat, model);
		}
		Optional<CohortPlan> done = Submission.of(errors,
				() -> this.cohortImport.carryOut(seat.parcours().getId(), file.get(), form.accepted, form.invited()));
		if (done.isEmpty()) {
			CohortPlan now = this.planning.plan(seat.parcours(), file.get());
			if (now.isRefused()) {
				refuse(errors, now);
			}
			return shown(seat, new Read(draft.get(), file.get(), now), form, model);
		}
		this.drafts.forget(seat.viewer().personId());
		redirect.addFlashAttribute("flash",
				Flash.done(form.later ? "imports.done.later" : "imports.done",
						this.french.count(done.get().lines().size(), "imports.structures"),
						this.french.count(done.get().people(), "imports.people")));
		return "redirect:/parcours/" + seat.parcours().getSlug() + "/structures";
	}

	private void refuse(BindingResult errors, CohortPlan plan) {
		errors.reject("imports.refused",
				new Object[] { this.french.count(plan.refusedLines(), "imports.refusedLines") }, "imports.refused");
	}

	private String upload(Seat.Running seat, Model model) {
		model.addAttribute("columns", Column.values());
		model.addAttribute("open", seat.parcours().getStatus().isOpenToWork());
		return "imports/upload";
	}

	private String shown(Seat.Running seat, Read read, ImportForm form, Model model) {
		CohortPlan plan = read.plan();
		List<ToCorrect> toCorrect = ToCorrect.of(plan, read.file());
		toCorrect.forEach((line) -> form.show(line.cells()));
		model.addAttribute("toCorrect", toCorrect);
		model.addAttribute("more", ToCorrect.more(plan));
		model.addAttribute("plan", plan);
		model.addAttribute("parcours", seat.parcours());
		model.addAttribute("overfull", plan.activeAfter() > seat.parcours().getCapacityMax());
		return "imports/preview";
	}

	/** A file's text, what stands in it, and what it would write. */
	private record Read(String text, CohortFile file, CohortPlan plan) {
	}

}
