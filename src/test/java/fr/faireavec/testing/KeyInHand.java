package fr.faireavec.testing;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.testing.SoftKey.Said;

import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** An honest passkey, and what its bearer does with it. */
public final class KeyInHand {

	private static final String KEYS = "/mon-compte/cles";

	private static final String DOOR = "/connexion/cle";

	private static final Pattern CHALLENGE = Pattern.compile("\"challenge\":\"([^\"]+)\"");

	private final SoftKey key;

	private final BaseUrl base;

	private int count;

	public KeyInHand(BaseUrl base) {
		this.key = new SoftKey(base.host());
		this.base = base;
	}

	/** Adds it to the account that is signed in there. */
	public MvcTestResult addOn(Device device) {
		return device.script(KEYS, this.key.made(said(device, KEYS)));
	}

	/** Comes in with it there. */
	public MvcTestResult comeInOn(Device device) {
		return device.script(DOOR, this.key.shown(said(device, DOOR)));
	}

	private Said said(Device device, String address) {
		MvcTestResult asked = device.script(address + "/options", "");
		String options = new String(asked.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
		Matcher found = CHALLENGE.matcher(options);
		assertThat(found.find()).as(options).isTrue();
		return Said.truly(found.group(1), this.base.origin(), ++this.count);
	}

}
