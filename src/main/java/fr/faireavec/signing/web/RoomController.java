package fr.faireavec.signing.web;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.attendance.Stay;
import fr.faireavec.signing.Signing;
import fr.faireavec.signing.Signing.Signed;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
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

/** « La salle »: whoever has its code picks a name and signs, without signing in. */
@Controller
@RequestMapping("/salle/{code}")
class RoomController {

	private final Entries entries;

	private final RoomPages pages;

	private final Signing signing;

	private final PhoneCookie cookie;

	RoomController(Entries entries, RoomPages pages, Signing signing, PhoneCookie cookie) {
		this.entries = entries;
		this.pages = pages;
		this.signing = signing;
		this.cookie = cookie;
	}

	@GetMapping
	String room(@PathVariable String code,
			@RequestParam(name = "demi-journee", required = false) @Nullable Integer half,
			@RequestParam(name = "qui", required = false) @Nullable UUID who,
			@RequestParam(name = "liste", required = false) @Nullable String list, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		Optional<Entry> entry = this.entries.find(code, request, response);
		return entry.isEmpty() ? Entries.GONE
				: this.pages.show(entry.get(), this.cookie.read(request), half, who, list != null, model);
	}

	@PostMapping
	String sign(@PathVariable String code, @Valid @ModelAttribute("form") SignatureForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes redirect) {
		Optional<Entry> found = this.entries.find(code, request, response);
		if (found.isEmpty()) {
			return Entries.GONE;
		}
		Entry entry = found.get();
		String phone = this.cookie.read(request);
		UUID person = (entry.only() != null) ? entry.only() : form.person;
		if (person == null) {
			errors.reject("signing.whoFirst");
		}
		Optional<Signed> signed = Submission.of(errors, () -> this.signing.sign(entry.session(), form.half,
				Objects.requireNonNull(person), form.toClaim(phone, entry.remote())));
		if (signed.isEmpty()) {
			return this.pages.show(entry, phone, form.half, person, false, model);
		}
		this.cookie.give(signed.get().phone(), response);
		redirect.addFlashAttribute("flash", Flash.done("signing.done"));
		return "redirect:" + entry.href() + "?demi-journee=" + form.half;
	}

	@GetMapping("/inconnu")
	String newcomer(@PathVariable String code, HttpServletRequest request, HttpServletResponse response, Model model) {
		Optional<Entry> entry = room(code, request, response);
		return entry.isEmpty() ? Entries.GONE : this.pages.newcomer(entry.get(), this.cookie.read(request), 0, model);
	}

	@PostMapping("/inconnu")
	String welcome(@PathVariable String code, @Valid @ModelAttribute("form") NewcomerForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes redirect) {
		Optional<Entry> entry = room(code, request, response);
		if (entry.isEmpty()) {
			return Entries.GONE;
		}
		String phone = this.cookie.read(request);
		Optional<Signed> signed = Submission.of(errors, () -> this.signing.sign(entry.get().session(), form.half,
				form.toGuest(), form.toClaim(phone, Stay.WHOLE)));
		if (signed.isEmpty()) {
			return this.pages.newcomer(entry.get(), phone, form.half, model);
		}
		this.cookie.give(signed.get().phone(), response);
		redirect.addFlashAttribute("flash", Flash.done("signing.done"));
		return "redirect:" + entry.get().href() + "?demi-journee=" + form.half;
	}

	/** A link of one's own lets nobody else in. */
	private Optional<Entry> room(String code, HttpServletRequest request, HttpServletResponse response) {
		Optional<Entry> entry = this.entries.find(code, request, response).filter((one) -> !one.remote());
		if (entry.isEmpty()) {
			response.setStatus(HttpStatus.NOT_FOUND.value());
		}
		return entry;
	}

}
