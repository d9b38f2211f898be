package fr.faireavec.signin.web;

import java.util.Map;
import java.util.regex.Pattern;

import fr.faireavec.web.AskedPath;
import fr.faireavec.web.OurPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * A form of the doors that came too late, its token gone: nobody has anything to lose but
 * an address typed, so the page is shown again with it, and says why.
 */
@ControllerAdvice(basePackageClasses = LateSignIn.class)
class LateSignIn {

	private static final String ADDRESS = LateSignIn.class.getName() + ".address";

	/** A form's address, and where its page is. */
	private static final Map<Pattern, String> PAGES = Map.of(Pattern.compile("(/connexion)(?:/code)?"), "$1",
			Pattern.compile("(/connexion/mot-de-passe(?:/oublie|/nouveau/[^/]+)?)"), "$1",
			Pattern.compile("(/connexion/lien/[^/]+)"), "$1", Pattern.compile("(/invitation/[^/]+)(?:/mot-de-passe)?"),
			"$1", Pattern.compile("(/mon-compte/courriel/confirmation/[^/]+)"), "$1");

	@ModelAttribute
	void say(HttpServletRequest request, Model model) {
		if (addressIn(request) != null) {
			model.addAttribute("late", true);
		}
	}

	/** The page of this form; null for any other. */
	static @Nullable String pageOf(HttpServletRequest request) {
		String path = AskedPath.of(request);
		return PAGES.entrySet()
			.stream()
			.filter((page) -> page.getKey().matcher(path).matches())
			.map((page) -> page.getKey().matcher(path).replaceAll(page.getValue()))
			.findFirst()
			.orElse(null);
	}

	/**
	 * The request as its page would be asked for. What was typed goes along if it comes
	 * from our own pages: nobody else fills them in.
	 */
	static HttpServletRequest asItsPage(HttpServletRequest request, OurPages ours) {
		String typed = request.getParameter("email");
		typed = (typed != null) ? typed : request.getParameter("username");
		boolean kept = typed != null && ours.sent(request) && SignInController.isAddress(typed.strip());
		request.setAttribute(ADDRESS, kept ? String.valueOf(typed).strip() : "");
		return new HttpServletRequestWrapper(request) {
			@Override
			public String getMethod() {
				return "GET";
			}
		};
	}

	/**
	 * What was typed in the form that came late; empty for nothing, null for no such
	 * form.
	 */
	static @Nullable String addressIn(HttpServletRequest request) {
		return (request.getAttribute(ADDRESS) instanceof String address) ? address : null;
	}

}
