package fr.faireavec.kernel;

import java.util.List;
import java.util.Map;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Which addresses are one; forms, import, door and mail are asked in EveryDoorTests. */
public class EmailAddressTests {

	/** What is typed, and what it is read as. */
	public static final Map<String, String> GOOD = Map.ofEntries(Map.entry("ines@demo.example", "ines@demo.example"),
			Map.entry("INES.Carpentier@Demo.Example", "ines.carpentier@demo.example"),
			Map.entry("\u00a0ines@demo.example\u202f", "ines@demo.example"),
			Map.entry("\u200bines@de\u00admo.example\ufeff", "ines@demo.example"),
			Map.entry("ines+parcours@demo.example", "ines+parcours@demo.example"),
			Map.entry("o'neil@demo.example", "o'neil@demo.example"), Map.entry("_x@demo.example", "_x@demo.example"),
			Map.entry("a=b#c!d@demo.example", "a=b#c!d@demo.example"), Map.entry("1@2.fr", "1@2.fr"),
			Map.entry("a@xn--glise-9ua.fr", "a@xn--glise-9ua.fr"), Map.entry("a@b.xn--p1ai", "a@b.xn--p1ai"),
			Map.entry("ｉnes＠demo．example", "ines@demo.example"));

	public static final List<String> BAD = List.of("ines", "ines@", "@demo.example", "ines@demo", "ines@@demo.example",
			"ines@demo..example", ".ines@demo.example", "ines.@demo.example", "in..es@demo.example",
			"ines@-demo.example", "ines@demo-.example", "ines@demo.e", "ines@127.0.0.1", "ines@[127.0.0.1]",
			"\"i nes\"@demo.example", "ines carpentier@demo.example", "ines@demo.example, eve@demo.example",
			"ines@demo.example;eve@demo.example", "Inès <ines@demo.example>", "<ines@demo.example>",
			"ines@demo.example…", "inès@demo.example", "ines@démo.example", "in\u0435s@demo.example",
			"ines@demo.example\r\nBcc: x@y.fr", "=ines@demo.example", "+ines@demo.example", "-ines@demo.example",
			"ines(x)@demo.example", "ines@demo_x.example", "i".repeat(65) + "@demo.example",
			"a@" + "b.".repeat(126) + "fr", "ines@demo.example\u0000", "ines@demo。example");

	static List<String> good() {
		return List.copyOf(GOOD.keySet());
	}

	static List<String> bad() {
		return BAD;
	}

	@ParameterizedTest
	@MethodSource("good")
	void isReadAndTheMailLibraryTakesIt(String typed) {
		String read = EmailAddress.read("email", typed);
		assertThat(read).isEqualTo(GOOD.get(typed));
		assertThatCode(() -> new InternetAddress(read, true).validate()).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@MethodSource("bad")
	void isRefused(String typed) {
		assertThat(catchThrowableOfType(Refusal.class, () -> EmailAddress.read("courriel", typed)).field())
			.isEqualTo("courriel");
	}

	@Test
	void theCharacterToBlameIsNamed() {
		assertThat(catchThrowableOfType(Refusal.class, () -> EmailAddress.read("email", "ines@demo.example…")).args())
			.containsExactly(new OddCharacter(0x2026));
		assertThat(
				catchThrowableOfType(Refusal.class, () -> EmailAddress.read("email", "i\u0435s@demo.example")).args())
			.containsExactly(new OddCharacter(0x435));
		assertThat(EmailAddress.read("email", " \u00a0")).isNull();
	}

	/** Why the library is no rule by itself: it would write where nobody lives. */
	@Test
	void theLibraryAloneTakesMore() throws AddressException {
		new InternetAddress("ines@demo", true).validate();
		assertThat(EmailAddress.isOne("ines@demo")).isFalse();
	}

}
