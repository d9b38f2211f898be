package fr.faireavec.web;

import fr.faireavec.kernel.BaseUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Who serves https through another server is told to name it. */
@ExtendWith(OutputCaptureExtension.class)
class TrustedProxiesWarningTests {

	private static final String WARNING = "FAIREAVEC_TRUSTEDPROXIES";

	private final ApplicationContextRunner web = new ApplicationContextRunner().withUserConfiguration(BaseUrl.class,
			TrustedProxies.class);

	@Test
	void httpsWithoutANamedProxyIsWarnedOf(CapturedOutput output) {
		this.web.withPropertyValues("faireavec.base-url=https://parcours.example")
			.run((context) -> assertThat(output).contains(WARNING));
	}

	@Test
	void theRestIsNot(CapturedOutput output) {
		String https = "faireavec.base-url=https://parcours.example";
		this.web.withPropertyValues(https, "faireavec.trusted-proxies=10.0.0.7").run((context) -> {
		});
		this.web.withPropertyValues(https, "server.ssl.key-store=store.p12").run((context) -> {
		});
		this.web.run((context) -> assertThat(output).doesNotContain(WARNING));
	}

}
