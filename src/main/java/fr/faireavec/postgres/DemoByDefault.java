package fr.faireavec.postgres;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * On the embedded database the demo is on and the second factor off, unless somebody says
 * otherwise; statements are counted. On a database somebody configured, both stay off.
 * The demo, whose password everybody knows, is for this machine alone unless an address
 * is given.
 */
class DemoByDefault implements EnvironmentPostProcessor {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		boolean embedded = !StringUtils.hasText(environment.getProperty("spring.datasource.url"))
				&& ClassUtils.isPresent(EmbeddedDatabaseAutoConfiguration.PROGRAMS, application.getClassLoader());
		if (embedded) {
			environment.getPropertySources()
				.addLast(new MapPropertySource("embedded database", Map.of("faireavec.demo", "true",
						"faireavec.count-statements", "true", "faireavec.second-factor", "off")));
		}
		if (environment.getProperty("faireavec.demo", Boolean.class, false)) {
			environment.getPropertySources()
				.addLast(new MapPropertySource("demo", Map.of("server.address", "127.0.0.1")));
		}
	}

}
