package fr.faireavec.signin.web;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import fr.faireavec.accounts.Account;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.WaysInChanged;
import fr.faireavec.signin.Connections;
import fr.faireavec.web.SecurityLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Signs an account out elsewhere when its ways in change: whoever came in by the old ones
 * is out. The browser that made the change stays, if it is that account's.
 */
@Component
class OtherSessions {

	private final Connections connections;

	private final Accounts accounts;

	private final SecurityLog log;

	OtherSessions(Connections connections, Accounts accounts, SecurityLog log) {
		this.connections = connections;
		this.accounts = accounts;
		this.log = log;
	}

	/**
	 * In the transaction of the change. A seat given opens more to whoever came in by a
	 * link that somebody handed out: they alone come in again.
	 */
	@EventListener
	void end(WaysInChanged changed) {
		this.accounts.ofPerson(changed.personId()).map(Account::getId).ifPresent((account) -> {
			int ended = (changed.reason() == WaysInChanged.Reason.SEAT) ? this.connections.endHanded(account)
					: this.connections.endOthers(account, here());
			if (ended > 0) {
				this.log.note("session.ended",
						Map.of("account", account, "why", changed.reason().name().toLowerCase(Locale.ROOT)));
			}
		});
	}

	/**
	 * The id it has now, and the one the browser sent, which the database knows it by
	 * until the answer is written.
	 */
	private static Set<String> here() {
		Set<String> ids = new TreeSet<>();
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
			HttpServletRequest request = current.getRequest();
			HttpSession session = request.getSession(false);
			String sent = request.getRequestedSessionId();
			if (session != null) {
				ids.add(session.getId());
			}
			if (session != null && sent != null) {
				ids.add(sent);
			}
		}
		return ids;
	}

}
