package fr.faireavec.imports.web;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

import fr.faireavec.imports.CohortFile;
import fr.faireavec.imports.CohortImport;
import fr.faireavec.imports.CohortPlan;
import fr.faireavec.imports.CohortPlanning;
import fr.faireavec.imports.Column;
import fr.faireavec.imports.ImportDrafts;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Flash;
import fr.faireavec.web.FrenchFormat;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a cohort's file, shows what it would write, writes it once confirmed. */
@Controller
class ImportController {

	private static final Pattern NAMES = Pattern.compile("\\.(csv|tsv|txt)$", Pattern.CASE_INSENSITIVE);

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
		if (!Submission.accepted(errors, seat.parcours()::requireOpenToWork)) {
			return upload(seat, model);
		}
		String[] text = new String[1];
		CohortPlan[] plan = new CohortPlan[1];
		if (!Submission.accepted(errors, () -> {
			text[0] = CohortFile.decode(bytes(form.getFile()));
			plan[0] = this.planning.plan(seat.parcours(), CohortFile.read(text[0]));
		})) {
			return upload(seat, model);
		}
		if (plan[0].isRefused()) {
			refuse(errors, plan[0]);
		}
		else {
			form.setDraft(this.drafts.keep(seat.viewer().personId(), seat.parcours().getId(), text[0]).toString());
		}
		return shown(seat, plan[0], model);
	}

	@PostMapping("/parcours/{slug}/structures/import/confirmation")
	String confirm(Seat.Running seat, @ModelAttribute("form") ImportForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		Optional<String> draft = this.drafts.find(seat.viewer().personId(), seat.parcours().getId(), form.getDraft());
		if (draft.isEmpty()) {
			errors.reject("imports.draft.gone");
			return upload(seat, model);
		}
		CohortFile[] read = new CohortFile[1];
		if (!Submission.accepted(errors, () -> read[0] = CohortFile.read(draft.get()))) {
			return upload(seat, model);
		}
		CohortFile file = read[0];
		CohortPlan[] done = new CohortPlan[1];
		if (!Submission.accepted(errors,
				() -> done[0] = this.cohortImport.carryOut(seat.parcours().getId(), file, form.getAccepted()))) {
			CohortPlan now = this.planning.plan(seat.parcours(), file);
			if (now.isRefused()) {
				refuse(errors, now);
			}
			return shown(seat, now, model);
		}
		this.drafts.forget(seat.viewer().personId());
		redirect.addFlashAttribute("flash",
				Flash.done("imports.done", this.french.count(done[0].lines().size(), "imports.structures"),
						this.french.count(done[0].people(), "imports.people")));
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

	private String shown(Seat.Running seat, CohortPlan plan, Model model) {
		model.addAttribute("plan", plan);
		model.addAttribute("parcours", seat.parcours());
		model.addAttribute("overfull", plan.activeAfter() > seat.parcours().getCapacityMax());
		return "imports/preview";
	}

	private static byte[] bytes(@Nullable MultipartFile file) {
		boolean chosen = file != null && file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty();
		if (file == null || (file.isEmpty() && !chosen)) {
			throw Refusal.of("file", "imports.file.none");
		}
		if (chosen && !NAMES.matcher(String.valueOf(file.getOriginalFilename())).find()) {
			throw Refusal.of("file", "imports.file.name");
		}
		try {
			return file.getBytes();
		}
		catch (IOException unreadable) {
			throw Refusal.of("file", "imports.file.binary");
		}
	}

}
