package fr.faireavec.signin;

import java.sql.Timestamp;

import fr.faireavec.kernel.Expiry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links, codes, counts of tries and browsers are of no use past their time. */
@Component
class TraceExpiry implements Expiry {

	private final MailedSignIn codes;

	private final AddressChange addresses;

	private final KnownBrowsers browsers;

	private final Throttle throttle;

	private final JdbcClient jdbc;

	TraceExpiry(MailedSignIn codes, AddressChange addresses, KnownBrowsers browsers, Throttle throttle,
			JdbcClient jdbc) {
		this.codes = codes;
		this.addresses = addresses;
		this.browsers = browsers;
		this.throttle = throttle;
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "signin.traces";
	}

	/** These rows are few and small: they go at once. */
	@Override
	public int forget(Terms terms, int most) {
		return this.codes.forgetPast() + this.addresses.forgetPast() + this.browsers.forgetPast()
				+ this.throttle.forgetPast()
				+ this.jdbc.sql("DELETE FROM invitation WHERE expires_at < :now")
					.param("now", Timestamp.from(terms.now()))
					.update()
				+ this.jdbc.sql("DELETE FROM spring_session WHERE expiry_time < :now")
					.param("now", terms.now().toEpochMilli())
					.update();
	}

}
