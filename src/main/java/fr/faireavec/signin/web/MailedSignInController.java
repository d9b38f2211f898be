package fr.faireavec.signin.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.factors.Factor;
import fr.faireavec.kernel.CleanText;
import fr.faireavec.kernel.Zones;
import fr.faireavec.signin.Gate;
import fr.faireavec.signin.MailedSignIn;
import fr.faireavec.signin.MailedSignIn.LinkState;
import fr.faireavec.signin.SessionFacts;
import fr.faireavec.signin.Throttle;
import fr.faireavec.web.FrenchFormat;
import fr.faireavec.web.SecurityLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What the letter holds: a code to type where it was asked for, a link whose page has one
 * button. Opening either changes nothing.
 */
@Controller
class MailedSignInController {

	private final MailedSignIn mailed;

	private final Throttle throttle;

	private final Visit visit;

	private final Entrance entrance;

	private final SignInPage page;

	private final FrenchFormat french;

	private final SecurityLog log;

	MailedSignInController(MailedSignIn mailed, Throttle throttle, Visit visit, Entrance entrance, SignInPage page,
			FrenchFormat french, SecurityLog log) {
		this.mailed = mailed;
		this.throttle = throttle;
		this.visit = visit;
		this.entrance = entrance;
		this.page = page;
		this.french = french;
		this.log = log;
	}

	@GetMapping("/connexion/code")
	String code(HttpServletRequest request, Model model) {
		HttpSession session = request.getSession(false);
		if (SignInController.requestsOf(session).isEmpty()) {
			return "redirect:/connexion?sans-demande";
		}
		model.addAttribute("patience", request.getParameterMap().containsKey("patience"));
		return codePage(session, null, model);
	}

	@PostMapping("/connexion/code")
	String enter(@RequestParam(defaultValue = "") String code,
			@RequestParam(name = "email", defaultValue = "") String typed, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		HttpSession session = request.getSession(false);
		List<UUID> asked = SignInController.requestsOf(session);
		if (asked.isEmpty() || session == null
				|| !(session.getAttribute(SessionFacts.ADDRESS) instanceof String email)) {
			// Here, not on another page: what that one would say keeps a session.
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("late", true);
			return this.page.show(SignInController.isAddress(typed) ? typed.strip() : "", null, false, model);
		}
		String digits = CleanText.compact(code).replace("-", "");
		if (!digits.matches("\\d{6}")) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("typed", code.strip());
			return codePage(session, "signin.code.digits", model);
		}
		Throttle.Attempt attempt = this.visit.attempt(request);
		this.throttle.pass(Gate.CODE, attempt);
		Throttle.Attempt about = this.visit.attempt(request, email);
		this.throttle.pass(Gate.CODE_DAY, about);
		MailedSignIn.Tried tried = this.mailed.tryCode(asked, email, digits);
		if (tried.accountId() != null) {
			this.throttle.forgive(Gate.CODE, attempt);
			this.throttle.forgive(Gate.CODE_DAY, about);
			return "redirect:" + this.entrance.signIn(tried.accountId(), Factor.MAIL);
		}
		this.log.note("code.refused",
				Map.of("address", this.log.fingerprint(SignInController.fold(email)), "remain", tried.remain()));
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		if (tried.newerAt() != null) {
			model.addAttribute("args",
					new Object[] { this.french.time(tried.newerAt().atZone(Zones.PARIS).toLocalTime()) });
			return codePage(session, "signin.code.newer", model);
		}
		model.addAttribute("args", new Object[] { tried.remain() });
		return codePage(session, (tried.remain() > 0) ? "signin.code.wrong" : "signin.code.over", model);
	}

	@GetMapping("/connexion/lien/{token}")
	String link(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
		return linkPage(token, request, response, model);
	}

	@PostMapping("/connexion/lien/{token}")
	String follow(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
		Optional<UUID> account = this.mailed.useLink(SignInController.requestsOf(request.getSession(false)), token);
		if (account.isPresent()) {
			return "redirect:" + this.entrance.signIn(account.get(), Factor.MAIL);
		}
		return linkPage(token, request, response, model);
	}

	private String linkPage(String token, HttpServletRequest request, HttpServletResponse response, Model model) {
		LinkState state = this.mailed.look(SignInController.requestsOf(request.getSession(false)), token);
		model.addAttribute("token", token);
		switch (state) {
			case HERE -> {
				return "signin/link";
			}
			case ELSEWHERE -> {
				return "signin/link-elsewhere";
			}
			case UNKNOWN -> this.throttle.pass(Gate.LOOKUP, this.visit.attempt(request));
			default -> {
			}
		}
		response.setStatus(HttpStatus.GONE.value());
		model.addAttribute("what", "link");
		return "signin/gone";
	}

	private static String codePage(@Nullable HttpSession session, @Nullable String problem, Model model) {
		Object address = (session != null) ? session.getAttribute(SessionFacts.ADDRESS) : null;
		model.addAttribute("address", (address != null) ? address : "");
		model.addAttribute("problem", problem);
		return "signin/code";
	}

}
