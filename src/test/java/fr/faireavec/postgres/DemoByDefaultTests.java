package fr.faireavec.postgres;

import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/** Where the demo is on, and who may reach it. */
class DemoByDefaultTests {

	@Test
	void theDemoIsForThisMachineAlone() {
		assertThat(prepared(new MockEnvironment()).getProperty("server.address")).isEqualTo("127.0.0.1");
		assertThat(prepared(database().withProperty("faireavec.demo", "true")).getProperty("server.address"))
			.isEqualTo("127.0.0.1");
	}

	@Test
	void unlessAnAddressIsGiven() {
		assertThat(
				prepared(new MockEnvironment().withProperty("server.address", "0.0.0.0")).getProperty("server.address"))
			.isEqualTo("0.0.0.0");
	}

	@Test
	void whatIsNoDemoListensEverywhere() {
		assertThat(prepared(database()).containsProperty("server.address")).isFalse();
		assertThat(prepared(new MockEnvironment().withProperty("faireavec.demo", "false"))
			.containsProperty("server.address")).isFalse();
	}

	private static MockEnvironment database() {
		return new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql://db/x");
	}

	private static MockEnvironment prepared(MockEnvironment environment) {
		new DemoByDefault().postProcessEnvironment(environment, new SpringApplication(DemoByDefaultTests.class));
		return environment;
	}

}
