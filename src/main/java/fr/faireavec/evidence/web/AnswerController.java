package fr.faireavec.evidence.web;

import java.util.Optional;

import fr.faireavec.evidence.Authorising;
import fr.faireavec.evidence.Authorising.Demand;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.signin.Gate;
import fr.faireavec.signin.Throttle;
import fr.faireavec.web.Network;
import fr.faireavec.web.Submission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Whoever can be recognised says by their link, without an account, whether they agree to
 * be shown, and takes it back by the same. Only what leads nowhere is counted.
 */
@Controller
@RequestMapping("/autorisation/{link}")
class AnswerController {

	private final Authorising authorising;

	private final Throttle throttle;

	AnswerController(Authorising authorising, Throttle throttle) {
		this.authorising = authorising;
		this.throttle = throttle;
	}

	@GetMapping
	String read(@PathVariable("link") String token, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		model.addAttribute("form", new AnswerForm());
		return page(token, request, response, model);
	}

	@PostMapping
	String answer(@PathVariable("link") String token, @Valid @ModelAttribute("form") AnswerForm form,
			BindingResult errors, HttpServletRequest request, HttpServletResponse response, Model model) {
		Optional<Demand> demand = open(token, request, response);
		if (demand.isEmpty()) {
			return gone(response, model);
		}
		boolean heard = Submission.accepted(errors, () -> {
			if (form.answer == AnswerForm.Said.YES) {
				this.authorising.give(token, form.by);
			}
			else {
				this.authorising.decline(token);
			}
		});
		return heard ? "redirect:" + Authorising.path(token) : show(demand.get(), token, model);
	}

	/** What it is about: nobody agrees to what they have not seen. */
	@GetMapping("/fichier")
	ResponseEntity<byte[]> file(@PathVariable("link") String token, HttpServletRequest request,
			HttpServletResponse response) {
		open(token, request, response);
		return EvidencePages.answer(this.authorising.file(token).orElseThrow(NotFound::new));
	}

	private String page(String token, HttpServletRequest request, HttpServletResponse response, Model model) {
		return open(token, request, response).map((demand) -> show(demand, token, model))
			.orElseGet(() -> gone(response, model));
	}

	private static String show(Demand demand, String token, Model model) {
		model.addAttribute("apart", true);
		model.addAttribute("demand", demand);
		model.addAttribute("href", Authorising.path(token));
		return "evidence/answer";
	}

	private static String gone(HttpServletResponse response, Model model) {
		model.addAttribute("apart", true);
		response.setStatus(HttpStatus.NOT_FOUND.value());
		return "evidence/gone";
	}

	private Optional<Demand> open(String token, HttpServletRequest request, HttpServletResponse response) {
		response.setHeader("X-Robots-Tag", "noindex, nofollow");
		Optional<Demand> demand = this.authorising.find(token);
		if (demand.isEmpty()) {
			this.throttle.pass(Gate.LOOKUP, Throttle.Attempt.from(Network.of(request)));
		}
		return demand;
	}

}
