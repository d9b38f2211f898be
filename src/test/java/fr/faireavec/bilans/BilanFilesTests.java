package fr.faireavec.bilans;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import fr.faireavec.documents.Documents;
import fr.faireavec.documents.PlainDocuments;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.settings.NetworkLogo;
import fr.faireavec.testing.Pdf;
import fr.faireavec.testing.Workbook;
import fr.faireavec.web.PlainTemplates;
import fr.faireavec.web.Prose;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;

/** What leaves with a bilan: read by everybody, computed with by a spreadsheet. */
class BilanFilesTests {

	private static final Instant AT = Instant.parse("2024-07-12T09:20:00Z");

	private static final LocalDate FROM = LocalDate.of(2023, 11, 6);

	private static final LocalDate TO = LocalDate.of(2024, 7, 12);

	private static final String LOGO = "a".repeat(64);

	private final PlainTemplates templates = PlainTemplates.whole();

	private final BilanWords words = new BilanWords(this.templates.messages(), this.templates.french());

	private final Documents documents = PlainDocuments.of(this.templates, true);

	private final BilanPdf pdf = new BilanPdf(this.documents, new BilanViews(this.words), this.words, base());

	@Test
	void everybodyReadsWhatIsPrinted() throws IOException {
		byte[] file = print(edition(14, published()));
		keep("bilan.pdf", file);
		assertThat(Pdf.archivalFaults(file)).isEmpty();
		assertThat(file.length).isLessThan(2_000_000);
		assertThat(Pdf.pictures(file)).isEqualTo(2);
		assertThat(Pdf.words(file)).contains("Avec le soutien de la Région Fictive",
				"9 actions sur 15 vont au-delà de la concertation", "Co-construction 5");
		assertThat(Pdf.words(file)).containsSubsequence("Données de démonstration fictives",
				"Bilan final — Vallée de la Brune", "version 1",
				"8 structures engagées, dont 8 jusqu’au bout du parcours.", "Actions réalisées",
				"Pourquoi : deux structures ont repris", "15 12 + 25 %", "Repeindre la salle n° 2", "Sommaire",
				"RF-2023-114", "24 000,00 €", "Repeindre la salle n° 1", "Comment lire", "F1 Structures engagées",
				"Empreinte SHA-256", "b".repeat(16));
		assertThat(Pdf.words(file)).doesNotContain("non publié", "Fichier fait le");
	}

	/** « Actions……… 7 »: each part is on the page its line says. */
	@Test
	void theContentsSayTheRightPages() throws IOException {
		byte[] file = print(edition(40, published()));
		List<String> pages = pages(file);
		Matcher line = Pattern.compile("(?m)^(.{3,60}?)\\s*\\.{3,}[. ]*(\\d+)\\s*$").matcher(String.join("\n", pages));
		List<String> found = new ArrayList<>();
		while (line.find()) {
			found.add(line.group(1).strip());
			assertThat(pages.get(Integer.parseInt(line.group(2)) - 1)).as(line.group()).contains(line.group(1).strip());
		}
		assertThat(found).contains("Comment lire", "Ce que les structures ont essayé", "Les heures d’implication");
		assertThat(pages.getLast()).contains(pages.size() + " / " + pages.size());
	}

	@Test
	void whatIsLiveSaysThatItIsNotPublished() {
		byte[] file = print(edition(2, null));
		assertThat(Pdf.words(file)).contains("Bilan en cours, non publié — Vallée de la Brune", "En cours, non publié.")
			.doesNotContain("version 1", "Empreinte SHA-256");
		assertThat(Workbook.rows(workbook(edition(2, null)), "Chiffres").getFirst().getFirst().toString())
			.contains("Bilan en cours, non publié");
	}

	/** Every font is in the file: it shows the same everywhere. */
	@Test
	void fontsAreEmbedded() throws IOException {
		try (PDDocument document = Loader.loadPDF(print(edition(3, published())))) {
			int fonts = 0;
			for (PDPage page : document.getPages()) {
				for (COSName name : page.getResources().getFontNames()) {
					fonts++;
					assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
				}
			}
			assertThat(fonts).isPositive();
		}
	}

	/** What those who check spreadsheets ask for. */
	@Test
	void aSpreadsheetComputesWithIt() throws IOException {
		byte[] file = workbook(edition(14, published()));
		keep("bilan.xlsx", file);
		assertThat(Workbook.sheets(file)).containsExactly("Chiffres", "Récit", "Séances", "Actions", "Financement",
				"Comment lire", "À propos");
		Map<String, String> parts = Workbook.parts(file);
		List<String> sheets = parts.keySet().stream().filter((name) -> name.contains("worksheets/sheet")).toList();
		assertThat(sheets).hasSize(7)
			.allSatisfy((name) -> assertThat(parts.get(name)).doesNotContain("mergeCell", "<f>")
				.containsOnlyOnce("<tablePart "));
		List<String> tables = parts.keySet().stream().filter((name) -> name.contains("tables/")).map((name) -> {
			Matcher named = Pattern.compile("displayName=\"(\\w+)\"").matcher(parts.getOrDefault(name, ""));
			return named.find() ? named.group(1) : "";
		}).toList();
		assertThat(tables).containsExactlyInAnyOrder("Chiffres", "Recit", "Seances", "Actions", "Financement",
				"CommentLire", "APropos");
		for (String sheet : Workbook.sheets(file)) {
			List<List<Object>> rows = Workbook.rows(file, sheet);
			assertThat(rows.getFirst().getFirst().toString()).contains(sheet, "Bilan final — Vallée de la Brune",
					"données de démonstration fictives");
			assertThat(rows.getFirst().subList(1, rows.getFirst().size())).allMatch(""::equals);
			assertThat(rows.get(1)).doesNotHaveDuplicates().doesNotContain("");
			assertThat(rows.subList(2, rows.size())).isNotEmpty()
				.allSatisfy((row) -> assertThat(row).anyMatch((cell) -> !"".equals(cell)));
		}
		assertThat(Workbook.rows(file, "Actions").get(2)).contains("=1+1 : Repeindre la salle n° 1",
				new BigDecimal("6.5"));
		assertThat(Workbook.rows(file, "Comment lire")).hasSize(2 + 14);
	}

	/** Until formula 1 a half-day counted whole: its rule says so. */
	@Test
	void aRuleIsThatOfItsFormula() {
		List<Line> lines = FigureLines.of(this.words, figures(BilanFigures.FORMULA), List.of(), Synthesis.NONE);
		assertThat(Rules.of(this.words, lines, 1)).extracting(Rules.Rule::text)
			.anyMatch((text) -> text.contains("durée entière"));
		assertThat(Rules.of(this.words, lines, 2)).extracting(Rules.Rule::text)
			.noneMatch((text) -> text.contains("durée entière"));
	}

	/** What a printed bilan costs; asked for by name. */
	@Test
	@Tag("bench")
	void whatItCosts() {
		StringBuilder said = new StringBuilder(
				"| actions | PDF, ms | kB | pages | xlsx, ms | kB |%n|---|---|---|---|---|---|%n".formatted());
		for (int actions : new int[] { 10, 10, 100, 1000 }) {
			Edition edition = edition(actions, published());
			List<Double> printing = new ArrayList<>();
			List<Double> writing = new ArrayList<>();
			byte[] printed = new byte[0];
			byte[] written = new byte[0];
			for (int i = 0; i < 9; i++) {
				long before = System.nanoTime();
				printed = print(edition);
				long between = System.nanoTime();
				written = workbook(edition);
				writing.add((System.nanoTime() - between) / 1e6);
				printing.add((between - before) / 1e6);
			}
			said.append("| %d | %.0f | %d | %d | %.0f | %d |%n".formatted(actions,
					printing.stream().sorted().toList().get(4), printed.length / 1024, Pdf.pages(printed),
					writing.stream().sorted().toList().get(4), written.length / 1024));
		}
		System.out.println(said);
	}

	private byte[] print(Edition edition) {
		return this.pdf.print(edition, Map.of(LOGO, logo()),
				new NetworkLogo.Shown("Le réseau d’ici", "b".repeat(64), logo()));
	}

	private byte[] workbook(Edition edition) {
		return new BilanWorkbook(this.words, true).write(edition);
	}

	private static Edition.Published published() {
		return new Edition.Published(1, BilanKind.FINAL, AT, BilanFigures.FORMULA, "b".repeat(64), List.of());
	}

	private static Edition edition(int actions, Edition.@Nullable Published published) {
		Figures figures = figures(BilanFigures.FORMULA);
		List<ActionLine> told = IntStream.rangeClosed(1, actions)
			.mapToObj((i) -> new ActionLine("Café Passerelle", "=1+1 : Repeindre la salle n° " + i, "DONE",
					"Faire commun", "Co-construction", true, FROM.plusDays(i % 200), FROM.plusDays(i % 200 + 9), 35, 16,
					new BigDecimal("6.50"), new BigDecimal("6.50"), new BigDecimal("75.73"),
					"Depuis le chantier, les habitués proposent les ateliers eux-mêmes ; il a fallu dire d’abord ce qui "
							+ "n’était pas négociable, puis laisser les clés. Łucja en a fait une fresque 🙂.",
					true))
			.toList();
		return new Edition("Vallée de la Brune", "Implication des usagers", "Vallée de la Brune", figures,
				List.of(new Told("recit-done", "Ce qui a été fait",
						Prose.of("Huit structures sont allées **au bout**.\nMerci."))),
				new Synthesis(Map.of("done", "deux structures ont repris une action d’une autre"), 1), told,
				figures.targets(), published, AT);
	}

	private static Figures figures(int formula) {
		List<Figures.Day> days = IntStream.rangeClosed(1, 7)
			.mapToObj((rank) -> new Figures.Day(rank, "Jour de travail " + rank, FROM.plusDays(rank * 28L), "HELD",
					true, 8 - rank % 2, 8))
			.toList();
		List<Figures.Level> levels = List.of(new Figures.Level("Information", false, 1, 0),
				new Figures.Level("Consultation", false, 2, 0), new Figures.Level("Concertation", false, 3, 2),
				new Figures.Level("Co-construction", true, 5, 3), new Figures.Level("Co-décision", true, 3, 2),
				new Figures.Level("Portage par les usagers", true, 1, 1));
		return new Figures(BilanFigures.FORMAT, formula, FROM, TO,
				new Figures.Structures(8, 8, new Rate(8, 8), new Rate(53, 56), new Rate(7, 8),
						new Figures.Profile(List.of(new Figures.Share("59", 5), new Figures.Share("62", 3)),
								List.of(new Figures.Share("ASSOCIATION", 7), new Figures.Share("SCOP", 1)),
								List.of(new Figures.Share("", 8)))),
				new Figures.Sessions(new Rate(7, 7), 0, days), new Figures.Meetings(new Rate(16, 16), 1, 2),
				new Figures.People(14, 1, 23_400, new Figures.Remote(1, 60)),
				new Figures.Actions(17, 0, 15, 1, 7, new Rate(7, 8), 0),
				new Figures.ServiceUsers(640, 15, 148, 15, 100, 8),
				new Figures.Involvement(new Rate(9, 15), 0, levels,
						List.of(new Figures.Aim("Café Passerelle", List.of("Co-construction")),
								new Figures.Aim("Garage Entraide", List.of()))),
				new Figures.Hours(new BigDecimal("512.50"), new BigDecimal("384.25"), new BigDecimal("4476.51"),
						new BigDecimal("0.00"),
						List.of(new Figures.Priced(new BigDecimal("11.65"), new BigDecimal("384.25"),
								new BigDecimal("4476.51")))),
				List.of(new Figures.Target(UUID.randomUUID(), "Région Fictive", "Avec le soutien de la Région Fictive",
						"RF-2023-114", 8, 7, 16, null, 12, new BigDecimal("24000.00"), FROM, TO, LOGO)));
	}

	private static List<String> pages(byte[] file) throws IOException {
		try (PDDocument document = Loader.loadPDF(file)) {
			List<String> pages = new ArrayList<>();
			for (int page = 1; page <= document.getNumberOfPages(); page++) {
				pages.add(Pdf.page(document, page));
			}
			return pages;
		}
	}

	private static byte[] logo() {
		BufferedImage image = new BufferedImage(240, 120, BufferedImage.TYPE_INT_RGB);
		image.createGraphics().fillOval(10, 10, 220, 100);
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "png", file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file.toByteArray();
	}

	private static BaseUrl base() {
		BaseUrl base = Mockito.mock(BaseUrl.class);
		Mockito.when(base.of(anyString()))
			.thenAnswer((asked) -> "https://parcours.example.org" + asked.getArgument(0, String.class));
		return base;
	}

	private static void keep(String name, byte[] file) throws IOException {
		String folder = System.getProperty("faireavec.keep");
		if (folder != null) {
			Files.write(Path.of(folder, name), file);
		}
	}

}
