package fr.faireavec.signin;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where an account is signed in: one session a browser, of whichever instance. */
@Component
@Transactional
public class Connections {

	private final JdbcClient jdbc;

	Connections(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Signs an account out everywhere, from the next request on. */
	public void endAll(UUID accountId) {
		this.jdbc.sql("DELETE FROM spring_session WHERE principal_name = :account")
			.param("account", accountId.toString())
			.update();
	}

}
