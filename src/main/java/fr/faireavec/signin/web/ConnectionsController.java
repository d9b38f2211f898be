package fr.faireavec.signin.web;

import java.time.Instant;
import java.util.List;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.signin.Connections;
import fr.faireavec.signin.Passwords;
import fr.faireavec.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where I am signed in, and how. */
@Controller
class ConnectionsController {

	private final Connections connections;

	private final Passwords passwords;

	ConnectionsController(Connections connections, Passwords passwords) {
		this.connections = connections;
		this.passwords = passwords;
	}

	@GetMapping("/mon-compte/connexions")
	String list(Viewer viewer, HttpServletRequest request, Model model) {
		String here = sessionId(request);
		List<Row> rows = this.connections.of(viewer.accountId())
			.stream()
			.map((connection) -> Row.of(connection, here))
			.sorted(java.util.Comparator.comparing(Row::isElsewhere))
			.toList();
		model.addAttribute("rows", rows);
		model.addAttribute("elsewhere", rows.stream().filter(Row::isElsewhere).count());
		model.addAttribute("most", Connections.MOST);
		model.addAttribute("hasPassword", this.passwords.has(viewer.accountId()));
		return "signin/connections";
	}

	@PostMapping("/mon-compte/connexions/{connectionId}/fin")
	String end(Viewer viewer, @PathVariable String connectionId, RedirectAttributes redirect) {
		this.connections.end(viewer.accountId(), connectionId);
		redirect.addFlashAttribute("flash", Flash.done("signin.connections.ended"));
		return "redirect:/mon-compte/connexions";
	}

	@PostMapping("/mon-compte/connexions/autres/fin")
	String endOthers(Viewer viewer, RedirectAttributes redirect) {
		this.connections.signOut(viewer.personId(), viewer.name());
		redirect.addFlashAttribute("flash", Flash.done("signin.connections.othersEnded"));
		return "redirect:/mon-compte/connexions";
	}

	private static @Nullable String sessionId(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null) ? session.getId() : null;
	}

	/** One browser: « Firefox », « Android », since when. */
	public record Row(String id, String browser, String system, Instant since, Instant lastSeen, boolean here) {

		static Row of(Connections.Connection connection, @Nullable String here) {
			String[] words = connection.browser().split("/", 2);
			return new Row(connection.id(), words[0], (words.length > 1) ? words[1] : "", connection.since(),
					connection.lastSeen(), connection.sessionId().equals(here));
		}

		/** The key of the sentence that names it. */
		public String words() {
			if (this.browser.isEmpty()) {
				return this.system.isEmpty() ? "signin.browser.unknown" : "signin.browser.system";
			}
			return this.system.isEmpty() ? "signin.browser.browser" : "signin.browser.both";
		}

		public Object[] args() {
			return new Object[] { this.browser, this.system };
		}

		public boolean isElsewhere() {
			return !this.here;
		}

	}

}
