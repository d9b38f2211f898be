package fr.faireavec.signin;

import java.util.List;

import fr.faireavec.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PasswordRulesTests {

	private static final List<String> INES = List.of("Inès", "Carpentier", "ines.carpentier@recyclerie.example");

	@ParameterizedTest
	@ValueSource(strings = { "aaaaaaaaaaaaaaaaaaaa", "azertyuiopqsdfgh", "1234567890123456", "motdepassemotdepasse",
			"Mot de passe 2026!", "M0td3p4ss3 2025!!", "azerty azerty azerty", "soleilbonjour2024",
			"faireavec faireavec", "Inès Carpentier 1984", "carpentierrecyclerie", "correct horse battery staple",
			"abcdefghijklmnop", "qwertyuiop1234567890", "jetaimejetaimejetaime", "password password1",
			"administrateur2026", "le soleil le soleil" })
	void whatIsTriedFirstIsRefused(String password) {
		assertThatThrownBy(() -> PasswordRules.check(password, INES)).isInstanceOf(Refusal.class)
			.hasMessage("signin.password.common");
	}

	/** Nothing in them looks common, but they are. */
	@ParameterizedTest
	@ValueSource(strings = { "Mailcreated5240", "zQjphsyf6ctifgu", "23176djivanfros", "lhbjkjubz2957704",
			"ZQJPHSYF6CTIFGU" })
	void whatWasBreachedIsRefused(String password) {
		assertThatThrownBy(() -> PasswordRules.check(password, INES)).isInstanceOf(Refusal.class)
			.hasMessage("signin.password.common");
	}

	/**
	 * The standard asks for three thousand that are long enough to be taken otherwise.
	 */
	@Test
	void theListIsLongEnough() {
		assertThat(BreachedPasswords.count()).isGreaterThan(9000);
		assertThat(BreachedPasswords.hold("les abeilles du béguinage")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "les abeilles du béguinage", "trois vélos bleus dans le canal", "Zq8#vL2!pWx9@rTb",
			"un chat gris regarde la péniche", "mon vélo grince quand il pleut", "Рекá и тихий берег",
			"tartiflette chez mémé jeudi" })
	void aPhraseOfOnesOwnIsTaken(String password) {
		assertThatCode(() -> PasswordRules.check(password, INES)).doesNotThrowAnyException();
	}

	@Test
	void fourteenSignsAreTooFewAndTwoHundredAreNotTooMany() {
		assertThatThrownBy(() -> PasswordRules.check("péniche grise.", INES)).hasMessage("signin.password.size");
		assertThatCode(() -> PasswordRules.check("péniche grise..", INES)).doesNotThrowAnyException();
		String long64 = "vT7 péniche grise, trois vélos bleus et un canal sous la pluie..".substring(0, 64);
		assertThatCode(() -> PasswordRules.check(long64, INES)).doesNotThrowAnyException();
		String tooLong = "abricot vélo péniche ".repeat(10);
		assertThatThrownBy(() -> PasswordRules.check(tooLong, INES)).hasMessage("signin.password.size");
	}

}
