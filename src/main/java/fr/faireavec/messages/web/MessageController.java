package fr.faireavec.messages.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.NotFound;
import fr.faireavec.messages.Addressees;
import fr.faireavec.messages.CohortMessages;
import fr.faireavec.messages.CohortWriting;
import fr.faireavec.messages.Draft;
import fr.faireavec.messages.MessageRows;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the animation writes to the cohort: written, read, then sent; and what was. */
@Controller
@RequestMapping("/parcours/{slug}/messages")
class MessageController {

	private final CohortWriting writing;

	private final MessageRows rows;

	private final MessagePages pages;

	MessageController(CohortWriting writing, MessageRows rows, MessagePages pages) {
		this.writing = writing;
		this.rows = rows;
		this.pages = pages;
	}

	@GetMapping
	String list(Seat.Running seat, Model model) {
		model.addAttribute("rows", this.rows.of(seat.parcours().getId()));
		model.addAttribute("open", seat.parcours().getStatus().keepsItsPeople());
		return "messages/list";
	}

	@GetMapping("/{messageId}")
	String page(Seat.Running seat, @PathVariable UUID messageId, Model model) {
		return this.pages.sent(seat, messageId, model);
	}

	@GetMapping("/nouveau")
	String beforeWriting(Seat.Running seat, @RequestParam(name = "jour", required = false) @Nullable Integer rank,
			Model model) {
		seat.parcours().requireItsPeople();
		MessageForm form = new MessageForm();
		form.rank = rank;
		model.addAttribute("form", form);
		return this.pages.form(seat, model);
	}

	@PostMapping("/nouveau")
	String send(Seat.Running seat, @Valid @ModelAttribute("form") MessageForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		if (form.correcting) {
			return this.pages.form(seat, model);
		}
		UUID parcoursId = seat.parcours().getId();
		Optional<UUID> sent = Submission.of(errors, () -> {
			Draft draft = form.toDraft();
			return this.writing.sent(form.key, parcoursId, draft).orElseGet(() -> {
				Addressees found = this.writing.addressees(parcoursId, draft);
				Submission.requireRead(List.of(CohortWriting.toRead(draft, found)), form.accepted);
				return this.writing.send(form.key, seat.viewer(), parcoursId, draft);
			});
		});
		if (sent.isEmpty()) {
			return Submission.isToBeRead(errors) ? this.pages.preview(seat, form.toDraft(),
					this.writing.addressees(parcoursId, form.toDraft()), model) : this.pages.form(seat, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("messages.sent"));
		return "redirect:" + MessagePages.href(seat) + "/" + sent.get();
	}

}
