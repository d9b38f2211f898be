package fr.faireavec.web;

import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A little Markdown: what is a mark, and all that is not. */
class ProseTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "un **mot** fort | un <s>mot</s> fort",
			"un *mot* et _un autre_ | un <e>mot</e> et <e>un autre</e>",
			"**tout *les deux* ici** | <s>tout <e>les deux</e> ici</s>", "3 * 4 * 5 | 3 * 4 * 5", "**ouvert | **ouvert",
			"un_nom_de_fichier | un_nom_de_fichier", "\\*pas fort\\* | *pas fort*",
			"[ici](https://exemple.fr/a) | <a https://exemple.fr/a>ici</a>",
			"[ici](javascript:alert(1)) | [ici](javascript:alert(1))", "[ici](data:text/html) | [ici](data:text/html)",
			"[](https://exemple.fr) | [](https://exemple.fr)", "<b>gras</b> & <script> | <b>gras</b> & <script>",
			"**** | ****", "[a](https://x y) | [a](https://x y)",
			"![photo](https://exemple.fr/a.png) | ![photo](https://exemple.fr/a.png)",
			"un `mot` de code | un `mot` de code" })
	void marksAreReadAndTheRestStands(String typed, String read) {
		assertThat(written(Prose.of(typed))).isEqualTo("P:" + read);
	}

	@Test
	void linesMakeParagraphsListsAndSubheadings() {
		Prose prose = Prose.of("""
				Un début
				sur deux lignes.

				- une chose
				• une **autre**
				1. d’abord
				2. ensuite
				## La suite
				Fin.""");
		assertThat(written(prose))
			.isEqualTo("P:Un début/sur deux lignes. B:une chose/une <s>autre</s> N:d’abord/ensuite H:La suite P:Fin.");
		assertThat(prose.text()).isEqualTo(
				"Un début\nsur deux lignes.\n\n• une chose\n• une autre\n\n1. d’abord\n2. ensuite\n\nLa suite\n\nFin.");
		assertThat(Prose.of("Voir [le site](https://exemple.fr) ou [nous](mailto:a@b.fr).").text())
			.isEqualTo("Voir le site (https://exemple.fr) ou nous (a@b.fr).");
	}

	@Test
	void aPlainTextKeepsEverythingThatWasTyped() {
		assertThat(written(Prose.plain("- **Un** [lien](https://exemple.fr)\n# deux\n\ntrois")))
			.isEqualTo("P:- **Un** [lien](https://exemple.fr)/# deux P:trois");
	}

	/** However it is piled up, it is read at once. */
	@ParameterizedTest
	@ValueSource(strings = { "*", "**", "_", "[", "[a](", "](", "\\", "- ", "**a *b ", "[a](https://" })
	void nothingTakesLong(String piled) {
		String typed = piled.repeat(20_000 / piled.length());
		long before = System.nanoTime();
		assertThat(Prose.of(typed).text()).isNotNull();
		assertThat(System.nanoTime() - before).isLessThan(2_000_000_000L);
	}

	private static String written(Prose prose) {
		return prose.blocks()
			.stream()
			.map((block) -> block.kind().name().charAt(0) + ":"
					+ block.lines()
						.stream()
						.map((line) -> line.stream().map(ProseTests::written).collect(Collectors.joining()))
						.collect(Collectors.joining("/")))
			.collect(Collectors.joining(" "))
			.replace("</s><s>", "");
	}

	private static String written(Prose.Span span) {
		String words = (span.href() == null) ? span.words() : "<a " + span.href() + ">" + span.words() + "</a>";
		String stressed = span.stressed() ? "<e>" + words + "</e>" : words;
		return span.strong() ? "<s>" + stressed + "</s>" : stressed;
	}

}
