package fr.faireavec.dossiers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import fr.faireavec.bilans.Bilan;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.web.FrenchFormat;
import fr.faireavec.web.SpreadsheetFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Makes the dossiers that were asked for, one file after the other and never all in
 * memory; each step is seen as it is done. Cut off, it begins again.
 */
@Component
class DossierMaking {

	private static final Logger log = LoggerFactory.getLogger(DossierMaking.class);

	private final DossierRows rows;

	private final AllParcours allParcours;

	private final Pieces pieces;

	private final FrenchFormat french;

	private final BaseUrl base;

	private final Clock clock;

	DossierMaking(DossierRows rows, AllParcours allParcours, Pieces pieces, FrenchFormat french, BaseUrl base,
			Clock clock) {
		this.rows = rows;
		this.allParcours = allParcours;
		this.pieces = pieces;
		this.french = french;
		this.base = base;
		this.clock = clock;
	}

	/**
	 * Makes the one that waits longest.
	 * @return whether one did
	 */
	boolean makeNext() {
		DossierRows.Asked asked = this.rows.next().orElse(null);
		if (asked == null) {
			return false;
		}
		try {
			make(asked);
		}
		catch (Refusal refused) {
			this.rows.failed(asked.id(), refused.messageKey(), this.clock.instant());
		}
		catch (RuntimeException failure) {
			log.error("A dossier could not be made", failure);
			this.rows.failed(asked.id(), "", this.clock.instant());
		}
		return true;
	}

	private void make(DossierRows.Asked asked) {
		Parcours parcours = this.allParcours.findBySlug(asked.slug()).orElseThrow(NotFound::new);
		Bilan bilan = this.pieces.bilan(parcours);
		List<Piece> all = this.pieces.of(parcours, asked, bilan);
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
		this.rows.begin(asked.id(), all.size());
		Parts parts = new Parts(this.rows, asked.id(), sha256());
		try (ZipOutputStream zip = new ZipOutputStream(parts, StandardCharsets.UTF_8)) {
			put(zip, this.pieces.say("readme.name"), readMe(parcours, asked, all, now), now);
			SpreadsheetFile index = new SpreadsheetFile(this.pieces.banner(), this.pieces.say("index.path"),
					this.pieces.say("index.about"), this.pieces.say("index.bytes"), this.pieces.say("index.sha256"));
			int done = 0;
			for (Piece piece : all) {
				byte[] content = piece.content().get();
				put(zip, piece.path(), content, now);
				index.row(piece.path(), piece.about(), Integer.toString(content.length),
						HexFormat.of().formatHex(sha256().digest(content)));
				done++;
				this.rows.step(asked.id(), done);
			}
			put(zip, "index.csv", index.bytes(), now);
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		this.rows.made(asked.id(), parts.bytes(), parts.sha256(), (bilan != null) ? bilan.number() : null, now);
	}

	private byte[] readMe(Parcours parcours, DossierRows.Asked asked, List<Piece> all, Instant now) {
		String banner = this.pieces.banner();
		String text = this.pieces.say("readme", parcours.getName(), this.french.date(asked.from()),
				this.french.date(asked.to()), this.french.moment(now), all.size(), asked.convention(),
				this.base.of("/verification"));
		return (banner.isEmpty() ? text : banner + "\n\n" + text).getBytes(StandardCharsets.UTF_8);
	}

	private static void put(ZipOutputStream zip, String path, byte[] content, Instant at) throws IOException {
		ZipEntry entry = new ZipEntry(path);
		entry.setLastModifiedTime(FileTime.from(at));
		zip.putNextEntry(entry);
		zip.write(content);
		zip.closeEntry();
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
