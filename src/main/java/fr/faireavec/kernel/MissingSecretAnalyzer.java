package fr.faireavec.kernel;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words what is missing and how to make one. */
class MissingSecretAnalyzer extends AbstractFailureAnalyzer<MissingSecret> {

	@Override
	protected FailureAnalysis analyze(Throwable root, MissingSecret cause) {
		return new FailureAnalysis(
				"Le secret de l’installation (FAIREAVEC_SECRET) manque ou compte moins de 32 caractères.",
				"Donnez-en un, toujours le même, gardé hors de la base de données ; par exemple : openssl rand -base64 48",
				cause);
	}

}
