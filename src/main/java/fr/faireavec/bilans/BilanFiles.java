package fr.faireavec.bilans;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.documents.IssuedDocuments;
import fr.faireavec.files.StoredFiles;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.narratives.Drafts;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.settings.NetworkLogo;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files of bilans. Those of a published version are made once for each who reads it
 * another way, and given again byte for byte, their hash looked at each time. One that
 * was not kept when it was published, because it is older than files or because its
 * reader is newer, is made from the frozen figures the first time it is asked for, and
 * says when. What is live is made on demand.
 */
@Component
@Transactional
public class BilanFiles implements IssuedDocuments {

	private final BilanFileRows rows;

	private final StoredFiles stored;

	private final NetworkLogo network;

	private final BilanPdf pdf;

	private final BilanWorkbook workbook;

	private final BilanCsv csv;

	private final Drafts drafts;

	private final BilanWords words;

	private final Clock clock;

	BilanFiles(BilanFileRows rows, StoredFiles stored, NetworkLogo network, BilanPdf pdf, BilanWorkbook workbook,
			BilanCsv csv, Drafts drafts, BilanWords words, Clock clock) {
		this.rows = rows;
		this.stored = stored;
		this.network = network;
		this.pdf = pdf;
		this.workbook = workbook;
		this.csv = csv;
		this.drafts = drafts;
		this.words = words;
		this.clock = clock;
	}

	/**
	 * A file of a published version.
	 * @throws NotFound when actions are asked for by whoever they are not told to
	 * @throws Refusal when the file, or what was published, is no longer what it was
	 */
	public byte[] of(Bilan bilan, Extent extent, BilanFileKind kind) {
		if (kind == BilanFileKind.ACTIONS && !extent.told()) {
			throw new NotFound();
		}
		BilanFileRows.Kept kept = this.rows.find(bilan.id(), extent, kind)
			.orElseGet(() -> make(bilan, extent, kind, now()));
		if (!CanonicalJson.sha256(kept.content()).equals(kept.sha256())) {
			throw new Refusal("bilans.file.altered");
		}
		return kept.content();
	}

	/** The same of what is live. */
	@Transactional(readOnly = true)
	public byte[] live(Parcours parcours, LiveBilan live, BilanFileKind kind) {
		return (kind == BilanFileKind.ACTIONS) ? this.csv.actions(live.actions(), List.of()) : write(
				Edition.live(this.words, parcours, live, this.drafts.of(parcours.getId()).narrative(), now()), kind);
	}

	/** What is kept of a version for whoever reads it so. */
	@Transactional(readOnly = true)
	public List<BilanFile> kept(UUID bilanId, Extent extent) {
		return this.rows.list(bilanId, extent);
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<Instant> issuedAt(String sha256) {
		return this.rows.madeAt(sha256);
	}

	/**
	 * Makes those of everybody who reads it: the animation, each funder, the structures.
	 */
	void keep(Bilan bilan) {
		Figures figures = bilan.document().figures();
		Set<Extent> extents = new LinkedHashSet<>(List.of(Extent.whole(figures), Extent.structures()));
		byFunder(figures).forEach((conventions) -> extents.add(Extent.funder(conventions, figures)));
		Instant at = bilan.document().publishedAt();
		for (Extent extent : extents) {
			for (BilanFileKind kind : BilanFileKind.values()) {
				if (kind != BilanFileKind.ACTIONS || extent.told()) {
					make(bilan, extent, kind, at);
				}
			}
		}
	}

	private static Collection<List<UUID>> byFunder(Figures figures) {
		return figures.targets()
			.stream()
			.collect(Collectors.groupingBy(Figures.Target::funder,
					Collectors.mapping(Figures.Target::conventionId, Collectors.toList())))
			.values();
	}

	private BilanFileRows.Kept make(Bilan bilan, Extent extent, BilanFileKind kind, Instant at) {
		if (!bilan.intact()) {
			throw new Refusal("bilans.version.altered");
		}
		byte[] content = write(Edition.of(this.words, bilan, extent, at), kind);
		return this.rows.add(bilan.id(), extent, kind, content, CanonicalJson.sha256(content), at);
	}

	private byte[] write(Edition edition, BilanFileKind kind) {
		return switch (kind) {
			case PDF -> this.pdf.print(edition, logos(edition.targets()), this.network.shown().orElse(null));
			case XLSX -> this.workbook.write(edition);
			case CSV -> this.csv.figures(edition);
			case ACTIONS ->
				this.csv.actions(edition.actions(), Objects.requireNonNull(edition.published()).redactions());
		};
	}

	private Map<String, byte[]> logos(List<Figures.Target> targets) {
		return this.stored.find(targets.stream()
			.map(Figures.Target::logo)
			.flatMap((logo) -> Optional.ofNullable(logo).stream())
			.collect(Collectors.toSet()));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
	}

}
