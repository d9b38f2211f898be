package fr.faireavec.postgres;

import java.nio.file.Path;

import javax.sql.DataSource;

import fr.faireavec.kernel.InstallationSecret;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Gives the application its own PostgreSQL, in faireavec.data-directory (./data), when no
 * spring.datasource.url says which to use. Whichever it is, it must answer before
 * anything else starts.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
class EmbeddedDatabaseAutoConfiguration {

	/** Comes with PostgreSQL's programs; the packaged application has neither. */
	static final String PROGRAMS = "io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver";

	@Bean
	static ConnectionProbe connectionProbe() {
		return new ConnectionProbe();
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnEmbeddedDatabase
	@ConditionalOnMissingBean({ DataSource.class, JdbcConnectionDetails.class })
	static class Embedded {

		@Bean(destroyMethod = "close")
		EmbeddedDatabase embeddedDatabase(@Value("${faireavec.data-directory:data}") String directory) {
			return EmbeddedDatabase.start(Path.of(directory));
		}

		@Bean
		InstallationSecret installationSecret(EmbeddedDatabase database) {
			return database.secret();
		}

		@Bean
		JdbcConnectionDetails embeddedDatabaseConnectionDetails(EmbeddedDatabase database) {
			return database.connectionDetails();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Conditional(OnNoDatabaseUrl.class)
	@ConditionalOnMissingClass(PROGRAMS)
	@ConditionalOnMissingBean({ DataSource.class, JdbcConnectionDetails.class })
	static class Missing {

		@Bean
		JdbcConnectionDetails missingDatabaseConnectionDetails() {
			throw StartRefused.noDatabase();
		}

	}

}
