package fr.faireavec.evidence;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.documents.Documents;
import fr.faireavec.documents.Printable;
import fr.faireavec.documents.QrCode;
import fr.faireavec.files.StoredFiles;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.kernel.NotFound;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The form by which somebody agrees on paper: what is asked, the photo, where to sign.
 */
@Component
@Transactional(readOnly = true)
public class AuthorisationPaper {

	private static final String PHOTO = "photo";

	private final Authorisations authorisations;

	private final Authorising authorising;

	private final StoredFiles files;

	private final Documents documents;

	private final MessageSource messages;

	AuthorisationPaper(Authorisations authorisations, Authorising authorising, StoredFiles files, Documents documents,
			MessageSource messages) {
		this.authorisations = authorisations;
		this.authorising = authorising;
		this.files = files;
		this.documents = documents;
		this.messages = messages;
	}

	/** One page. */
	public byte[] print(UUID id) {
		Authorisation authorisation = this.authorisations.whole(id).orElseThrow(NotFound::new);
		EvidencePiece piece = authorisation.getPiece();
		LoggedAction action = piece.getAction();
		Map<String, byte[]> pictures = new HashMap<>();
		String photo = (piece.getKind() == PieceKind.PHOTO) ? piece.getFile() : null;
		if (photo != null) {
			this.files.find(photo).ifPresent((content) -> pictures.put(PHOTO, content));
		}
		Map<String, Object> model = new HashMap<>();
		model.put("terms", authorisation.getTerms());
		model.put("structure", action.getEnrolment().getStructure().getName());
		model.put("parcours", action.getEnrolment().getParcours().getName());
		model.put("action", action.getTitle());
		model.put("shown", !pictures.isEmpty());
		model.put("label", piece.getLabel());
		this.authorising.address(id, piece.getId()).ifPresent((address) -> model.put("code", QrCode.of(address)));
		return this.documents
			.print(new Printable("evidence/paper", say("evidence.paper.title"),
					say("evidence.paper.about", action.getTitle()), model, pictures))
			.file();
	}

	private String say(String key, Object... args) {
		return this.messages.getMessage(key, args, Locale.FRENCH);
	}

}
