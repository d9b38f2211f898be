package fr.faireavec.sheets;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import fr.faireavec.documents.Documents;
import fr.faireavec.documents.Printable;
import fr.faireavec.kernel.BaseUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Lays out a register, with what it is known by once it is closed. */
@Component
class RegisterPrinting {

	private final Documents documents;

	private final SheetWords words;

	private final BaseUrl base;

	RegisterPrinting(Documents documents, SheetWords words, BaseUrl base) {
		this.documents = documents;
		this.words = words;
		this.base = base;
	}

	/**
	 * @param digest of what it says; null while it can still change
	 */
	byte[] print(RegisterFile page, Heading heading, @Nullable String digest, Instant now) {
		int rank = page.register().rank();
		Map<String, Object> model = new HashMap<>();
		model.put("page", page);
		model.put("heading", heading);
		model.put("now", now);
		model.put("verification", this.base.of("/verification"));
		if (digest != null) {
			model.put("digest", digest.replaceAll("(.{16})(?=.)", "$1 "));
		}
		return this.documents
			.print(new Printable("sheets/register", this.words.say("register.title", rank),
					this.words.say("register.about", rank, heading.parcours()), model, heading.pictures()))
			.file();
	}

}
