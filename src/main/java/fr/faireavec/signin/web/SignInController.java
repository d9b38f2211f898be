package fr.faireavec.signin.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.faireavec.factors.Factor;
import fr.faireavec.kernel.EmailAddress;
import fr.faireavec.signin.Gate;
import fr.faireavec.signin.MailedSignIn;
import fr.faireavec.signin.PasswordCheck;
import fr.faireavec.signin.SessionFacts;
import fr.faireavec.signin.Throttle;
import fr.faireavec.web.AskedPath;
import fr.faireavec.web.SecurityLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The door: an address, then a letter; or an address and a password. */
@Controller
class SignInController {

	/** As many letters as one network is sent in half an hour. */
	private static final int MOST_REQUESTS = 5;

	private final MailedSignIn mailed;

	private final PasswordCheck passwords;

	private final Throttle throttle;

	private final Visit visit;

	private final Entrance entrance;

	private final SecurityLog log;

	private final SignInPage page;

	SignInController(MailedSignIn mailed, PasswordCheck passwords, Throttle throttle, Visit visit, Entrance entrance,
			SecurityLog log, SignInPage page) {
		this.mailed = mailed;
		this.passwords = passwords;
		this.throttle = throttle;
		this.visit = visit;
		this.entrance = entrance;
		this.log = log;
		this.page = page;
	}

	@GetMapping({ "/connexion", "/connexion/mot-de-passe" })
	String signIn(@Nullable Authentication authentication, HttpServletRequest request, Model model) {
		boolean again = authentication instanceof ViewerAuthentication;
		if (again && !request.getParameterMap().containsKey("preuve")) {
			return "redirect:/";
		}
		model.addAttribute("again", again);
		model.addAttribute("handed", again && FreshProof.isHanded(request.getSession(false)));
		model.addAttribute("goodbye", request.getParameterMap().containsKey("au-revoir"));
		String typed = LateSignIn.addressIn(request);
		return this.page.show((typed != null) ? typed : "", null, AskedPath.of(request).endsWith("/mot-de-passe"),
				model);
	}

	@PostMapping("/connexion")
	String ask(@RequestParam(defaultValue = "") String email, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		String address = email.strip();
		if (!isAddress(address)) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return this.page.show(address, "signin.signIn.address", false, model);
		}
		List<UUID> before = requestsOf(request.getSession(false));
		if (!before.isEmpty() && this.mailed.hasJustAsked(before.getFirst(), address)) {
			return "redirect:/connexion/code?patience";
		}
		this.throttle.pass(Gate.MAIL, this.visit.attempt(request, address));
		// Only now: whoever is refused leaves nothing in the database.
		HttpSession session = request.getSession();
		session.setAttribute(SessionFacts.REQUEST,
				Stream.concat(Stream.of(this.mailed.ask(address)), before.stream())
					.limit(MOST_REQUESTS)
					.map(UUID::toString)
					.collect(Collectors.joining(" ")));
		session.setAttribute(SessionFacts.ADDRESS, address);
		return "redirect:/connexion/code";
	}

	@PostMapping("/connexion/mot-de-passe")
	String enter(@RequestParam(defaultValue = "") String username, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		// As typed: a form's other texts are trimmed.
		String password = Objects.requireNonNullElse(request.getParameter("password"), "");
		String address = username.strip();
		if (!isAddress(address) || password.isEmpty() || password.length() > 1000) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return this.page.show(address, "signin.signIn.failed", true, model);
		}
		Throttle.Attempt attempt = this.visit.attempt(request, address);
		this.throttle.pass(Gate.PASSWORD, attempt);
		return this.passwords.opens(address, password).map((account) -> {
			this.throttle.forgive(Gate.PASSWORD, attempt);
			return "redirect:" + this.entrance.signIn(account, Factor.PASSWORD);
		}).orElseGet(() -> {
			this.log.note("signin.refused",
					Map.of("address", this.log.fingerprint(fold(address)), "factor", Factor.PASSWORD));
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return this.page.show(address, "signin.signIn.failed", true, model);
		});
	}

	/** The same person's address, however they type it. */
	static String fold(String address) {
		return EmailAddress.cleaned(address);
	}

	static boolean isAddress(String address) {
		return EmailAddress.isOne(address);
	}

	/** What this browser asked for, the last one first. */
	static List<UUID> requestsOf(@Nullable HttpSession session) {
		if (session != null && session.getAttribute(SessionFacts.REQUEST) instanceof String ids) {
			try {
				return Arrays.stream(ids.split(" ", -1)).map(UUID::fromString).toList();
			}
			catch (IllegalArgumentException unreadable) {
				return List.of();
			}
		}
		return List.of();
	}

}
