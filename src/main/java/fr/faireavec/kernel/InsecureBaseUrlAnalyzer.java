package fr.faireavec.kernel;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words why an address without https will not do. */
class InsecureBaseUrlAnalyzer extends AbstractFailureAnalyzer<InsecureBaseUrl> {

	@Override
	protected FailureAnalysis analyze(Throwable root, InsecureBaseUrl cause) {
		return new FailureAnalysis(
				"L’adresse publique (FAIREAVEC_BASEURL) est « " + cause.address()
						+ " » : sans https, mots de passe et notes se liraient en chemin.",
				"Donnez une adresse en https://, celle du serveur mandataire qui tient le certificat. Seule la machine "
						+ "elle-même (http://localhost) s’en passe.",
				cause);
	}

}
