package fr.faireavec.factors.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

import fr.faireavec.factors.Arrival;
import fr.faireavec.factors.Factor;
import fr.faireavec.factors.PasskeyKeeping;
import fr.faireavec.factors.SecondFactorGate;
import fr.faireavec.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Coming in with a passkey: our script asks for a challenge and brings it back signed.
 */
@Controller
@RequestMapping(path = "/connexion/cle", produces = MediaType.APPLICATION_JSON_VALUE)
class PasskeySignInController {

	private static final String CHALLENGE = "passkey.authentication";

	private final PasskeyKeeping keeping;

	private final Arrival arrival;

	private final Answers answers;

	PasskeySignInController(PasskeyKeeping keeping, Arrival arrival, Answers answers) {
		this.keeping = keeping;
		this.arrival = arrival;
		this.answers = answers;
	}

	@PostMapping("/options")
	ResponseEntity<String> options(HttpServletRequest request) {
		this.arrival.knock();
		PasskeyKeeping.Challenge challenge = this.keeping.beforeComingIn();
		request.getSession().setAttribute(CHALLENGE, challenge.value());
		return ResponseEntity.ok(challenge.options());
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<String> comeIn(InputStream body, HttpServletRequest request) throws IOException {
		HttpSession session = request.getSession(false);
		if (session == null || !(session.getAttribute(CHALLENGE) instanceof String asked)) {
			return this.answers.refused(new Refusal("factors.passkey.refused"));
		}
		session.removeAttribute(CHALLENGE);
		try {
			UUID account = this.keeping.comeIn(asked, this.answers.read(body));
			Object destination = session.getAttribute(SecondFactorGate.DESTINATION);
			session.removeAttribute(SecondFactorGate.DESTINATION);
			String next = this.arrival.signIn(account, Factor.PASSKEY);
			return this.answers.gone((destination instanceof String path) ? path : next);
		}
		catch (Refusal refusal) {
			return this.answers.refused(refusal);
		}
	}

}
