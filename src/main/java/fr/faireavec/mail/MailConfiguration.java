package fr.faireavec.mail;

import java.time.Clock;

import fr.faireavec.kernel.BaseUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * How letters leave: kept to be shown in the demo, by SMTP where spring.mail.host says
 * so, not at all otherwise.
 */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

	private static final Logger log = LoggerFactory.getLogger(MailConfiguration.class);

	@Bean
	Postman postman(@Value("${faireavec.demo:false}") boolean demo, @Value("${spring.mail.host:}") String host,
			ObjectProvider<JavaMailSender> smtp, MailAddresses addresses, BaseUrl base, LetterMark mark, Clock clock,
			JdbcClient jdbc, JsonMapper json) {
		if (demo) {
			return new DemoPostman(jdbc, json);
		}
		// An empty host is what a Compose file with an unset variable gives.
		JavaMailSender sender = host.isBlank() ? null : smtp.getIfAvailable();
		if (sender == null) {
			log.warn("Aucun serveur de courriel (spring.mail.host) : les lettres attendent, aucune ne part.");
			return new NoPostman();
		}
		return new SmtpPostman(sender, addresses, base, mark, clock);
	}

	@Bean
	MailAddresses mailAddresses(@Value("${faireavec.mail.from:}") String from,
			@Value("${faireavec.mail.name:Faire avec}") String name,
			@Value("${faireavec.mail.reply-to:}") String replyTo, @Value("${faireavec.mail.envelope:}") String envelope,
			BaseUrl base) {
		return MailAddresses.of(from.isBlank() ? "ne-pas-repondre@" + base.host() : from, name, replyTo, envelope);
	}

	/**
	 * The mailbox is that of returned letters: it reads the address they leave from when
	 * they return there, or where somebody says so.
	 */
	@Bean
	Sender sender(MailAddresses addresses, @Value("${faireavec.mail.bounces.host:}") String mailbox,
			@Value("${faireavec.mail.bounces.replies:}") String said) {
		boolean same = said.isBlank() ? addresses.returns().equalsIgnoreCase(addresses.from())
				: Boolean.parseBoolean(said.strip());
		return new Sender(addresses.name(), addresses.from(), !mailbox.isBlank() && same);
	}

	/** There is none: letters wait until there is. */
	private static final class NoPostman implements Postman {

		@Override
		public boolean isReady() {
			return false;
		}

		@Override
		public Delivery deliver(Mail mail) {
			return new Delivery.Later("no mail server", true);
		}

	}

}
