package fr.faireavec.postgres;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The HTTP port is taken, said in French before Boot says it in English. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
		StartRefused refused = StartRefused.portTaken(cause.getPort(), cause);
		return new FailureAnalysis(String.valueOf(refused.getMessage()), refused.action(), cause);
	}

}
