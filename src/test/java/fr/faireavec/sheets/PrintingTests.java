package fr.faireavec.sheets;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import javax.imageio.ImageIO;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import fr.faireavec.attendance.AttendanceMethod;
import fr.faireavec.attendance.AttendanceStatus;
import fr.faireavec.attendance.Register;
import fr.faireavec.attendance.SignatureDrawings.Drawing;
import fr.faireavec.attendance.SignatureDrawings.Signed;
import fr.faireavec.attendance.Stay;
import fr.faireavec.cohorts.MandateRole;
import fr.faireavec.documents.Documents;
import fr.faireavec.documents.PlainDocuments;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.sessions.SessionState;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.testing.Pdf;
import fr.faireavec.web.PlainTemplates;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;

/** Registers as they are printed, of any size and with any name. */
class PrintingTests {

	private static final Instant SEALED = Instant.parse("2026-12-10T15:32:00Z");

	private static final LocalDateTime MORNING = LocalDateTime.of(2026, 12, 10, 9, 30);

	private static final Heading HEADING = Heading.of("Pays des Sources 2026-2027", "Implication des usagers",
			List.of(new Support("Région Fictive", "Avec le soutien de la Région Fictive", "2026-RF-0412", "portrait"),
					new Support("Département de la Brune", "", "CD-77/2026", null)),
			new Heading.Logo("network", "Le réseau d’ici"), Map.of("portrait", portrait(), "network", portrait()));

	private final PlainTemplates templates = PlainTemplates.whole();

	private final Documents documents = PlainDocuments.of(this.templates, false);

	private final SheetWords words = new SheetWords(this.templates.messages());

	private final BaseUrl base = base();

	private final UUID morning = UUID.randomUUID();

	private final UUID afternoon = UUID.randomUUID();

	@Test
	void aSheetForFortyIsTwoPagesThatAPhotoKnows() throws IOException, NotFoundException {
		Register register = register(40, false);
		byte[] file = new BlankPrinting(this.documents, this.words, this.base).print(register, HEADING, "sources");
		keep("feuille", file);
		assertThat(Pdf.faults(file)).isEmpty();
		assertThat(file.length).isLessThan(2_000_000);
		assertThat(Pdf.pages(file)).isEqualTo(2);
		assertThat(Pdf.pictures(file)).isEqualTo(2);
		String text = Pdf.text(file);
		assertThat(text).contains("Feuille d’émargement", "Pays des Sources 2026-2027", "2026-RF-0412",
				"Avec le soutien de la Région Fictive", "Signature, Matin");
		assertThat(text).containsSubsequence(
				register.sheets().getFirst().lines().stream().map((line) -> given(line.name())).toList());
		try (PDDocument document = Loader.loadPDF(file)) {
			for (int page = 0; page < 2; page++) {
				BufferedImage image = new PDFRenderer(document).renderImage(page, 2);
				int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
				String said = new QRCodeMultiReader().decodeMultiple(
						new BinaryBitmap(new HybridBinarizer(
								new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))),
						Map.of(DecodeHintType.TRY_HARDER, true))[0]
					.getText();
				assertThat(said).startsWith("https://parcours.example.org/");
				assertThat(PageCode.read(said)).contains(new PageCode("sources", 4, page + 1, 2));
			}
		}
	}

	@Test
	void aRegisterOfFortyIsTwoPagesInTheOrderItIsRead() throws IOException {
		Register register = register(40, true);
		RegisterFile page = RegisterFile.of(register, signatures(register));
		String digest = RegisterContent.of("sources", register, signatures(register)).digest();
		byte[] file = new RegisterPrinting(this.documents, this.words, this.base).print(page, HEADING, digest, SEALED);
		keep("emargement", file);
		assertThat(Pdf.faults(file)).isEmpty();
		assertThat(file.length).isLessThan(2_000_000);
		assertThat(Pdf.pages(file)).isEqualTo(2);
		assertThat(Pdf.pictures(file)).isEqualTo(2);
		String text = Pdf.text(file);
		List<String> read = new ArrayList<>(List.of("Registre d’émargement", "Pays des Sources 2026-2027"));
		register.sheets().getFirst().lines().forEach((line) -> read.add(given(line.name())));
		read.addAll(List.of("Personnes invitées", "Lucie Hénin", "feuille fermée par Claire Vasseur",
				"Empreinte du registre", digest.substring(0, 16), digest.substring(48),
				"https://parcours.example.org/verification", "Avec le soutien de la Région Fictive"));
		assertThat(text).containsSubsequence(read).doesNotContain("encore ouverte", "fictives");
	}

	/** Until it is closed it says so, and has no digest. */
	@Test
	void anOpenRegisterSaysThatItProvesNothing() throws IOException {
		Register register = register(3, false);
		byte[] file = new RegisterPrinting(this.documents, this.words, this.base)
			.print(RegisterFile.of(register, Map.of()), HEADING, null, SEALED);
		keep("ouvert", file);
		assertThat(Pdf.text(file)).contains("Feuille encore ouverte.", "Sans réponse").doesNotContain("Empreinte");
	}

	/** Any word of it that changes changes its digest; its order does not. */
	@Test
	void aDigestIsOfAllTheRegisterSays() {
		Register register = register(2, true);
		String digest = RegisterContent.of("sources", register, signatures(register)).digest();
		assertThat(RegisterContent.of("sources", register(2, true), signatures(register)).digest()).isEqualTo(digest);
		assertThat(RegisterContent.of("autres", register, signatures(register)).digest()).isNotEqualTo(digest);
		Register.Sheet sheet = register.sheets().getFirst();
		Register.Line line = sheet.lines().getFirst();
		for (Register.Line other : List.of(
				new Register.Line(line.personId(), "Autre", line.structures(), line.status(), line.how(), line.stay(),
						null, line.at(), line.by(), null),
				new Register.Line(line.personId(), line.name(), line.structures(), AttendanceStatus.ABSENT, line.how(),
						line.stay(), null, line.at(), line.by(), null),
				new Register.Line(line.personId(), line.name(), line.structures(), line.status(), line.how(),
						line.stay(), null, SEALED.plusSeconds(1), line.by(), null),
				new Register.Line(line.personId(), line.name(), line.structures(), line.status(), line.how(),
						new Stay(LocalTime.of(11, 0), null, false), null, line.at(), line.by(), null),
				new Register.Line(line.personId(), line.name(), line.structures(), line.status(), line.how(),
						new Stay(null, null, true), null, line.at(), line.by(), null),
				new Register.Line(line.personId(), line.name(), List.of(), line.status(), line.how(), line.stay(), null,
						line.at(), line.by(), null))) {
			List<Register.Line> lines = new ArrayList<>(sheet.lines());
			lines.set(0, other);
			Register changed = new Register(register.rank(), register.version(), register.title(), register.state(),
					register.slot(), register.venue(),
					List.of(new Register.Sheet(sheet.halfDayId(), sheet.ordinal(), sheet.morning(), sheet.slot(),
							sheet.opensAt(), true, true, sheet.seal(), lines), register.sheets().getLast()),
					register.guests(), List.of(), List.of(), true);
			assertThat(RegisterContent.of("sources", changed, signatures(register)).digest()).isNotEqualTo(digest);
		}
	}

	/** So does what was signed, and what there is to say of how. */
	@Test
	void aDigestIsOfTheSignaturesToo() {
		Register register = register(2, true);
		Map<Signed, Drawing> signed = signatures(register);
		String digest = RegisterContent.of("sources", register, signed).digest();
		Signed first = signed.keySet().iterator().next();
		Drawing stands = Objects.requireNonNull(signed.get(first));
		for (Drawing other : List.of(new Drawing("M0 0L9 9", 400, 120, null, false, false),
				new Drawing(null, 0, 0, "Une autre", false, false),
				new Drawing(stands.path(), 400, 120, stands.typed(), true, false),
				new Drawing(stands.path(), 400, 120, stands.typed(), false, true))) {
			Map<Signed, Drawing> changed = new HashMap<>(signed);
			changed.put(first, other);
			assertThat(RegisterContent.of("sources", register, changed).digest()).isNotEqualTo(digest);
		}
	}

	/** What a document costs; asked for by name. */
	@Test
	@Tag("bench")
	void whatItCosts() {
		StringBuilder said = new StringBuilder(
				"| people | sheet, ms | kB | register, ms | kB |%n|---|---|---|---|---|%n".formatted());
		for (int people : new int[] { 10, 10, 100 }) {
			Register register = register(people, true);
			RegisterFile page = RegisterFile.of(register, signatures(register));
			Cost sheet = cost(
					() -> new BlankPrinting(this.documents, this.words, this.base).print(register, HEADING, "sources"));
			Cost whole = cost(() -> new RegisterPrinting(this.documents, this.words, this.base).print(page, HEADING,
					"0".repeat(64), SEALED));
			said.append("| %d | %.0f | %d | %.0f | %d |%n".formatted(people, sheet.ms(), sheet.kilobytes(), whole.ms(),
					whole.kilobytes()));
		}
		System.out.println(said);
	}

	private static Cost cost(java.util.function.Supplier<byte[]> printing) {
		List<Double> taken = new ArrayList<>();
		byte[] file = new byte[0];
		for (int i = 0; i < 15; i++) {
			long before = System.nanoTime();
			file = printing.get();
			taken.add((System.nanoTime() - before) / 1e6);
		}
		return new Cost(taken.stream().sorted().toList().get(7), file.length / 1024);
	}

	private record Cost(double ms, int kilobytes) {
	}

	private Register register(int people, boolean sealed) {
		List<Register.Sheet> sheets = List.of(sheet(people, sealed, this.morning, 1, MORNING),
				sheet(people, sealed, this.afternoon, 2, MORNING.plusHours(4)));
		return new Register(4, 1, "Co-construction du service", SessionState.SCHEDULED,
				new TimeSlot(MORNING, MORNING.plusHours(7)),
				"Maison des associations, 12 rue de l’Œuvre, Val-des-Sources", sheets,
				List.of(new Register.GuestLine(new UUID(7, 7), "Lucie Hénin", "Université de Lille",
						"Recyclerie du Canal", null)),
				List.of(), List.of(), sealed);
	}

	private static Register.Sheet sheet(int people, boolean sealed, UUID id, int ordinal, LocalDateTime from) {
		List<Register.Line> lines = new ArrayList<>();
		for (int i = 0; i < people; i++) {
			boolean there = i % 7 != 3;
			List<Register.StandsFor> structures = List
				.of(new Register.StandsFor(structure(i / 2), (i % 2 == 0) ? MandateRole.PILOT : MandateRole.COPILOT));
			lines.add(sealed
					? new Register.Line(new UUID(1, i), name(i), structures,
							there ? AttendanceStatus.PRESENT : AttendanceStatus.EXCUSED,
							there ? AttendanceMethod.SIGNED_ON_TABLET : AttendanceMethod.BY_FACILITATOR, Stay.WHOLE,
							null, SEALED, "Claire Vasseur", null)
					: new Register.Line(new UUID(1, i), name(i), structures, null, null, Stay.WHOLE, null, null, null,
							null));
		}
		return new Register.Sheet(id, ordinal, ordinal == 1, new TimeSlot(from, from.plusHours(3)), from.minusHours(1),
				true, true, sealed ? new Register.Seal("Claire Vasseur", SEALED) : null, lines);
	}

	private static Map<Signed, Drawing> signatures(Register register) {
		Map<Signed, Drawing> all = new HashMap<>();
		register.sheets().forEach((sheet) -> sheet.lines().forEach((line) -> {
			if (line.status() == AttendanceStatus.PRESENT) {
				all.put(new Signed(sheet.halfDayId(), line.personId()),
						(line.personId().hashCode() % 5 == 0) ? new Drawing(null, 0, 0, line.name(), false, false)
								: new Drawing(
										"M20 90C60 10 80 10 90 80S140 120 160 60L220 100C260 40 300 30 330 90L380 70",
										400, 120, null, false, false));
			}
		}));
		return all;
	}

	private static String name(int i) {
		return List
			.of("Inès Carpentier", "Marie-Françoise d’Hérouville-Saint-Clair", "Łucja Őry", "Nguyễn Thị Hường", "Jean",
					"Anne-Élisabeth de La Rochefoucauld-Montbel")
			.get(i % 6) + " " + (char) ('A' + i % 26);
	}

	/** What of a name is never cut: its first word. */
	private static String given(String name) {
		return name.substring(0, name.indexOf(' '));
	}

	private static String structure(int i) {
		return List
			.of("Recyclerie du Canal", "Épicerie du Faubourg",
					"Association pour l’accompagnement des initiatives solidaires du Pays des Sources", "Lire Ensemble")
			.get(i % 4);
	}

	/** A logo higher than it is wide. */
	private static byte[] portrait() {
		BufferedImage image = new BufferedImage(120, 300, BufferedImage.TYPE_INT_RGB);
		image.createGraphics().fillOval(10, 60, 100, 180);
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
			Files.write(Path.of(folder, name + ".pdf"), file);
		}
	}

}
