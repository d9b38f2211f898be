package fr.faireavec.kernel;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What people paste, cleaned or refused with the character to blame. */
class CleanTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "\u00a0Recyclerie\u202f", "Re\u00adcyclerie", "\u200bRecyclerie\ufeff", "Recy\u2060clerie",
			"\u202eRecyclerie\u202c", "\u2066Recyclerie\u2069", "Recy\u200dclerie", "Recyclerie\u2028",
			"Recyclerie\u3164", "\u2007Recyclerie\u3000", "Recyclerie\ufe0f", "Recy\udb40\udc41clerie",
			"\tRecyclerie\r\n" })
	void whatNobodySeesGoes(String typed) {
		assertThat(CleanText.prose(typed)).isEqualTo("Recyclerie");
	}

	@Test
	void whatIsSeenStays() {
		for (String text : List.of("« Bonjour\u00a0! », dit-elle…", "12\u202f500\u00a0€",
				"\uD83E\uDDD1\u200D\uD83C\uDF3E", "1\ufe0f\u20e3", "\u2764\ufe0f", "می\u200cخواهم", "Zoé, Œuvre, 5 ‰",
				"un\ndeux\n\ntrois")) {
			assertThat(CleanText.prose(text)).isEqualTo(text);
		}
	}

	@Test
	void accentsByTheThousandsAreCountedBeforeTheyAreOrdered() {
		String endless = "e" + "\u0301\u0323".repeat(500_000);
		for (String one : List.of(UnicodeText.composed(endless), UnicodeText.unified(endless),
				UnicodeText.apart(endless), UnicodeText.unified("か" + "\uff9e".repeat(500_000)),
				CleanText.prose(endless))) {
			assertThat(one.length()).isBetween(UnicodeText.MOST_MARKS + 1, 50);
		}
		assertThat(CleanText.unreadable(CleanText.prose(endless))).isNotNull();
		assertThat(UnicodeText.withoutAccents(endless + endless)).isEqualTo("ee");
		String languages = "Nguyễn Thị, ᾂ, שָׁלוֹם, हिन्दी, สวัสดี, บ้านที่";
		assertThat(CleanText.prose(languages)).isEqualTo(languages);
		assertThat(CleanText.unreadable(languages)).isNull();
	}

	@Test
	void oneWayToWriteAnAccentALineAndASpace() {
		assertThat(CleanText.prose("Zoe\u0301\r\nZoé\u0085Zoé")).isEqualTo("Zoé\nZoé\nZoé");
		assertThat(CleanText.prose("le\u00a0canal\u2009du\u202fNord")).isEqualTo("le canal du Nord");
		assertThat(CleanText.line("le\u00a0 canal\n\tdu   Nord ")).isEqualTo("le canal du Nord");
		assertThat(CleanText.compact(" 1\u202f234,\u200b50\u00a0")).isEqualTo("1234,50");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Inès", "Jean-Pierre", "D’Angelo", "d'Estrées", "J.-P.", "J.R.R.", "St. John", "Đỗ Thị",
			"Ngũgĩ", "Олена", "李", "Louis 2", "'t Hooft", "Nuñez y Gómez", "M. X." })
	void namesOfEverybody(String name) {
		assertThat(PersonName.read("givenName", name)).isEqualTo(name);
	}

	@ParameterizedTest
	@CsvSource({ "'\u00a0Inès\u200b', Inès", "'Jean\u2011Pierre', Jean-Pierre", "'Jean\u00adPierre', JeanPierre",
			"'D´Angelo', D’Angelo", "'Ine\u0300s', Inès", "'Ｉnès', Inès", "'Marie\u00a0 Claude', Marie Claude",
			"'Inès\nCarpentier', Inès Carpentier" })
	void namesAreCleaned(String typed, String name) {
		assertThat(PersonName.read("givenName", typed)).isEqualTo(name);
	}

	@ParameterizedTest
	@CsvSource({ "'Inès…', 2026", "'Inès@', 40", "'http://evil', 3A", "'<b>', 3C", "'a_b', 5F", "'\u0000', 0",
			"'I\u0430n', 430", "'Α\u0301da', 386", "'a/b', 2F", "'a\u2215b', 2215", "'a\uFFFDb', FFFD",
			"'\uD83D\uDE00', 1F600", "'1+1', 2B", "'a;b', 3B", "'Ꮃanda', 13B3" })
	void aNameNamesTheCharacterTooMany(String typed, String codePoint) {
		Refusal refusal = catchThrowableOfType(Refusal.class, () -> PersonName.read("familyName", typed + "a"));
		assertThat(refusal.field()).isEqualTo("familyName");
		assertThat(refusal.messageKey()).isEqualTo("web.name.character");
		assertThat(refusal.args()).containsExactly(new OddCharacter(Integer.parseInt(codePoint, 16)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Gagnez sur evil.example", "www.evil.fr", "t.co", "1.2.3.4", ".Inès", "Inès .", "a..b",
			"evil．example" })
	void aNameLeadsNowhere(String typed) {
		assertThat(catchThrowableOfType(Refusal.class, () -> PersonName.read("givenName", typed)).messageKey())
			.isEqualTo("web.name.address");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-", "’", "12", "-Inès", "\u0301Inès", "- 12" })
	void aNameHasALetter(String typed) {
		assertThat(catchThrowableOfType(Refusal.class, () -> PersonName.read("givenName", typed)).messageKey())
			.isEqualTo("web.name.letters");
	}

	@Test
	void aNameHasEightWordsAtMost() {
		assertThat(PersonName.read("givenName", "Anne-Marie de l’Île d’Or J."))
			.isEqualTo("Anne-Marie de l’Île d’Or J.");
		for (String typed : List.of("a b c d e f g h i", "a-b’c.d. e f g h i")) {
			Refusal refusal = catchThrowableOfType(Refusal.class, () -> PersonName.read("givenName", typed));
			assertThat(refusal.messageKey()).isEqualTo("web.name.words");
			assertThat(refusal.field()).isEqualTo("givenName");
		}
	}

	@Test
	void whoSignsSaysWhatTheyDo() {
		assertThat(PersonName.withFunction("signatory", "Anne\u00a0Martin, présidente (par intérim)"))
			.isEqualTo("Anne Martin, présidente (par intérim)");
		assertThat(catchThrowableOfType(Refusal.class, () -> PersonName.read("givenName", "Anne, présidente")).args())
			.containsExactly(new OddCharacter(','));
	}

}
