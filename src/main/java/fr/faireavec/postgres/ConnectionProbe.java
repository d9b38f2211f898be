package fr.faireavec.postgres;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Opens one connection before the pool does, so that a wrong address or password is told
 * in a sentence and not in the pool's stack trace.
 */
class ConnectionProbe implements BeanPostProcessor {

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof JdbcConnectionDetails details) {
			probe(details);
		}
		return bean;
	}

	private static void probe(JdbcConnectionDetails details) {
		Properties properties = new Properties();
		properties.setProperty("connectTimeout", "10");
		properties.setProperty("loginTimeout", "10");
		if (details.getUsername() != null) {
			properties.setProperty("user", details.getUsername());
		}
		if (details.getPassword() != null) {
			properties.setProperty("password", details.getPassword());
		}
		try {
			DriverManager.getConnection(details.getJdbcUrl(), properties).close();
		}
		catch (SQLException ex) {
			throw StartRefused.unreachable(details.getJdbcUrl(), ex);
		}
	}

}
