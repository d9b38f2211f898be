package fr.faireavec.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the class path beside the data they serve: a
 * shared temporary directory could be filled by somebody else or swept while we run.
 */
final class PostgresBinaries {

	private PostgresBinaries() {
	}

	/** The directory that holds bin/, lib/ and share/, unpacked if it was not yet. */
	static Path unpackedUnder(Path directory) throws IOException {
		Path home = directory.resolve("postgresql-" + fingerprint());
		if (Files.isDirectory(home)) {
			return home;
		}
		Path unfinished = directory.resolve("unfinished");
		FileSystemUtils.deleteRecursively(unfinished);
		Files.createDirectories(unfinished);
		unpack(unfinished);
		return Files.move(unfinished, home);
	}

	private static String fingerprint() throws IOException {
		CRC32 crc = new CRC32();
		try (InputStream archive = new CheckedInputStream(open(), crc)) {
			archive.transferTo(OutputStream.nullOutputStream());
		}
		return String.format(Locale.ROOT, "%08x", crc.getValue());
	}

	private static InputStream open() throws IOException {
		String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
		String name = system.contains("win") && !system.contains("darwin") ? "Windows"
				: system.contains("mac") ? "Darwin" : "Linux";
		return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(name, System.getProperty("os.arch"));
	}

	private static void unpack(Path into) throws IOException {
		try (TarArchiveInputStream tar = new TarArchiveInputStream(
				new XZInputStream(new BufferedInputStream(open())))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				write(entry, tar, into.resolve(entry.getName()));
			}
		}
	}

	private static void write(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
		if (entry.isDirectory()) {
			Files.createDirectories(target);
			return;
		}
		Files.createDirectories(target.resolveSibling("."));
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
			return;
		}
		Files.copy(content, target);
		if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true)) {
			throw new IOException("cannot make " + target + " executable");
		}
	}

}
