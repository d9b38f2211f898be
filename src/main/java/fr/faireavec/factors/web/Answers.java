package fr.faireavec.factors.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import fr.faireavec.kernel.Refusal;
import fr.faireavec.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What our script is told: where to go next, or why not, in words to show. */
@Component
class Answers {

	private static final int LONGEST = 64 * 1024;

	private final JsonMapper json;

	private final MessageSource messages;

	Answers(JsonMapper json, MessageSource messages) {
		this.json = json;
		this.messages = messages;
	}

	/**
	 * What a browser sent, which no key makes longer than this.
	 * @throws Refusal beyond, without reading the rest
	 */
	String read(InputStream body) throws IOException {
		byte[] bytes = body.readNBytes(LONGEST + 1);
		if (bytes.length > LONGEST) {
			throw new Refusal("factors.passkey.unreadable");
		}
		return new String(bytes, StandardCharsets.UTF_8);
	}

	ResponseEntity<String> refused(Refusal refusal) {
		String message = this.messages.getMessage(refusal.messageKey(), refusal.args(), Locale.FRENCH);
		return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
			.body(this.json.writeValueAsString(Map.of("message", message)));
	}

	ResponseEntity<String> gone(String next) {
		return ResponseEntity.ok(this.json.writeValueAsString(Map.of("next", next)));
	}

	/** The same, with what the next page will say. */
	ResponseEntity<String> gone(String next, Flash flash, HttpServletRequest request, HttpServletResponse response) {
		RequestContextUtils.getOutputFlashMap(request).put("flash", flash);
		RequestContextUtils.saveOutputFlashMap(next, request, response);
		return gone(next);
	}

}
